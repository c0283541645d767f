/** Every text of the page. */
export const words = {
  language: "ko",
  title: "Digits CNN",
  loading: "모델을 불러오는 중 …",
  untrained:
    "아직 학습된 가중치가 없어요. 프로젝트에서 “npm run train”을 실행한 뒤 이 페이지를 새로 여세요.",
  runsOn: (backend: string) => `준비됨. 이 기기에서 계산해요(${backend}).`,
  picture: "이미지",
  draw: "그리기",
  drawHint: "마우스, 펜, 손가락으로 여기에 그리세요",
  clear: "지우기",
  file: "파일",
  chooseFile: "이미지 파일 선택",
  invert: "밝은 종이에 어둡게 그린 이미지: 명암 뒤집기",
  badFile: (name: string) => `${name}: 여기서 읽을 수 있는 이미지가 아니에요.`,
  camera: "카메라",
  takePicture: "사진 찍기",
  noCamera: "카메라가 없거나 이 페이지에서 쓸 수 없어요.",
  seen: "모델이 받는 이미지",
  clip: "차례대로 이어지는 이미지",
  fewPictures: (wanted: number, chosen: number) =>
    `이 모델은 이미지 ${wanted}장을 한 번에 받는데, ${chosen}장을 선택했어요.`,
  text: "텍스트",
  numbers: "수치",
  series: "타임스텝마다 수치 한 줄",
  column: (number: number) => `값 ${number}`,
  badNumbers: (wanted: number, given: number) =>
    `이 모델은 수치 ${wanted}개를 받는데, ${given}개를 넣었거나 숫자가 아닌 값이 있어요.`,
  answer: "예측 결과",
  more: (count: number) => `그 밖에 ${count}개`,
};
