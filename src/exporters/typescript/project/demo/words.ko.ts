/** Every text of the page. */
export const words = {
  language: "ko",
  title: "Digits CNN",
  loading: "모델을 불러오는 중 …",
  untrained:
    "아직 학습된 가중치가 없습니다. 프로젝트에서 “npm run train”을 실행한 뒤 이 페이지를 새로 여세요.",
  runsOn: (backend: string) => `준비됨. 이 기기에서 계산합니다(${backend}).`,
  picture: "영상",
  draw: "그리기",
  drawHint: "마우스, 펜, 손가락으로 여기에 그리세요",
  clear: "지우기",
  file: "파일",
  chooseFile: "영상 파일 선택",
  invert: "밝은 종이에 어두운 그림: 명암을 뒤집기",
  badFile: (name: string) => `${name}: 여기서 읽을 수 있는 영상이 아닙니다.`,
  camera: "카메라",
  takePicture: "사진 찍기",
  noCamera: "카메라가 없거나 이 페이지에서 쓸 수 없습니다.",
  seen: "모델이 받는 영상",
  clip: "차례대로 이어지는 영상들",
  fewPictures: (wanted: number, chosen: number) =>
    `이 모델은 영상 ${wanted}장을 한 번에 받는데, ${chosen}장이 왔습니다.`,
  text: "텍스트",
  numbers: "숫자",
  series: "시점마다 숫자 한 줄",
  column: (number: number) => `값 ${number}`,
  badNumbers: (wanted: number, given: number) =>
    `이 모델은 숫자 ${wanted}개를 받는데, ${given}개가 왔거나 숫자가 아닌 것이 있습니다.`,
  answer: "답",
  more: (count: number) => `그 밖에 ${count}개`,
};
