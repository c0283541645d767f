import { type RefObject, useEffect, useRef, useState } from 'react';

interface Camera {
  /** Where the camera's picture is to be seen. */
  readonly video: RefObject<HTMLVideoElement | null>;
  /** There is none, or the page may not use it. */
  readonly refused: boolean;
  /** What the camera sees now, as a PNG; null before its first picture. */
  readonly shoot: () => Promise<File | null>;
}

/** The camera while this is on the page; on a phone the one that looks away from the person. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const start = async () => {
      const size = { width: { ideal: 640 }, height: { ideal: 480 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: { ...size, facingMode: 'environment' } });
      if (gone) stop();
      else if (video.current) video.current.srcObject = stream;
    };
    start().catch(() => gone || setRefused(true));
    return () => {
      gone = true;
      stop();
    };
  }, []);
  const [shoot] = useState(() => async () => {
    const from = video.current;
    if (from === null || from.videoWidth === 0) return null;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [from.videoWidth, from.videoHeight];
    canvas.getContext('2d')?.drawImage(from, 0, 0);
    const name = `camera-${Date.now()}.png`;
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    return blob && new File([blob], name, { type: blob.type });
  });
  return { video, refused, shoot };
}
