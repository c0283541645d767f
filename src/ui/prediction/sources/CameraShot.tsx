import { photosWords } from '../../../i18n/panels/photos';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useCamera } from '../../camera/useCamera';
import { Button } from '../../kit/Button';
import said from '../../kit/Said.module.css';
import { useWords } from '../../services';
import styles from './ImageDrop.module.css';

interface CameraShotProps {
  readonly onPicture: (file: File) => void;
  readonly onClose: () => void;
}

/** What the camera sees, and the button that asks the model about it. */
export function CameraShot({ onPicture, onClose }: CameraShotProps) {
  const words = useWords(predictionWords);
  const photos = useWords(photosWords);
  const { video, refused, shoot } = useCamera();
  const ask = async () => {
    const file = await shoot();
    if (file !== null) onPicture(file);
  };
  return (
    <section className={styles.camera} aria-label={words.camera}>
      {refused ? (
        <p className={said.trouble} role="alert">
          {photos.noCamera}
        </p>
      ) : (
        <>
          <video ref={video} autoPlay muted playsInline aria-hidden="true" />
          <Button small tone="primary" icon="camera" onClick={() => void ask()}>
            {words.shoot}
          </Button>
        </>
      )}
      <Button small onClick={onClose}>
        {photos.closeCamera}
      </Button>
    </section>
  );
}
