import type { PhotoSetTrouble } from '../../data/photos/photoSet';
import type { ReadingSummary } from '../../data/photos/importFolder';
import type { LeftOut } from '../../data/photos/photos';
import type { PhotosOutcome, PhotosTrouble } from '../../editor/own/photosState';
import type { Language } from '../words';
import { josa } from '../korean/josa';

const list = (names: readonly string[]) =>
  names.slice(0, 6).join(', ') + (names.length > 6 ? `, … (${names.length})` : '');

const reasons: Readonly<Record<Language, Readonly<Record<LeftOut['reason'], string>>>> = {
  en: {
    empty: 'the file is empty',
    notAnImage: 'not an image',
    broken: 'damaged or cut off; copy or save it again',
    unsupportedFormat: 'a format this browser cannot show; save it as JPEG, PNG or WebP',
    tooLarge: 'over 120 megapixels or 256 MB; make it smaller',
    noClass: 'no class; put it in a class folder',
    duplicate: 'the same photo is there already',
    tooSmall: 'smaller than 4 pixels',
  },
  ko: {
    empty: '빈 파일',
    notAnImage: '이미지가 아님',
    broken: '손상되었거나 잘린 파일. 다시 복사하거나 저장하세요',
    unsupportedFormat: '이 브라우저가 표시하지 못하는 형식. JPEG, PNG, WebP로 저장하세요',
    tooLarge: '1억 2천만 화소 또는 256 MB 초과. 크기를 줄이세요',
    noClass: '클래스 없음. 클래스 폴더에 넣으세요',
    duplicate: '이미 있는 사진',
    tooSmall: '4픽셀보다 작음',
  },
};

const heic: Readonly<Record<Language, string>> = {
  en: 'a HEIC photo, as phones take them, which this browser does not show; save it as JPEG or PNG',
  ko: '휴대전화의 HEIC 사진이라 이 브라우저에서 표시할 수 없음. JPEG나 PNG로 저장하세요',
};

/** Why a file was left out: what it is, and what can be done. */
export const reasonText = ({ path, reason }: LeftOut, language: Language): string =>
  reason === 'unsupportedFormat' && /\.hei[cf]s?$/i.test(path) ? heic[language] : reasons[language][reason];

/** What keeps a set from being trained on, or may make it poor: what was expected, what there is, the way out. */
export function photoSetTroubleText(trouble: PhotoSetTrouble, language: Language): string {
  const en = language === 'en';
  switch (trouble.code) {
    case 'noPhotos':
      return en
        ? 'There are no photos yet. Choose a folder with one folder per class, or add photos to a class.'
        : '아직 사진이 없어요. 클래스별 폴더가 들어 있는 폴더를 선택하거나 클래스에 사진을 추가하세요.';
    case 'oneClass':
      return en
        ? `All ${trouble.photos} photos belong to one class, “${trouble.name}”, but classification needs at least two. Add a class and its photos, or choose a folder with one folder per class.`
        : `사진 ${trouble.photos}장이 모두 “${trouble.name}” 클래스예요. 분류하려면 클래스가 둘 이상 있어야 해요. 클래스를 추가해 사진을 넣거나, 클래스별 폴더가 들어 있는 폴더를 선택하세요.`;
    case 'emptyClasses':
      return en
        ? `Every class needs photos; these have none: ${list(trouble.names)}. Add some, or remove the class.`
        : `클래스마다 사진이 있어야 하는데 다음 클래스에는 없어요: ${list(trouble.names)}. 사진을 추가하거나 클래스를 제거하세요.`;
    case 'untrainedClasses':
      return en
        ? `Every class needs training photos; in these classes all photos are for validation: ${list(trouble.names)}. Split again, or use some of them for training.`
        : `클래스마다 학습용 사진이 있어야 하는데 다음 클래스는 모두 검증용이에요: ${list(trouble.names)}. 다시 나누거나 일부를 학습용으로 바꾸세요.`;
    case 'uniformPhotos':
      return en
        ? `Nearly one colour everywhere, so that there is nothing to learn from: ${list(trouble.names)}. Look whether they are meant; it can be trained.`
        : `전체가 거의 한 색이라 배울 것이 없는 사진이에요: ${list(trouble.names)}. 맞는 사진인지 확인하세요. 학습은 돼요.`;
    case 'fewPhotos':
      return en
        ? `Classes with fewer than ${trouble.advised} photos: ${list(trouble.names)}. Training works, but the model will hardly recognise new photos. Add more photos to each class.`
        : `사진이 ${trouble.advised}장보다 적은 클래스: ${list(trouble.names)}. 학습은 되지만 새 사진을 잘 알아보지 못해요. 클래스마다 사진을 더 모으세요.`;
  }
}

const count = (files: number) => (files === 1 ? 'this file' : `${files} files`);

/** What comes of one way to understand the folders: the classes, and how many files are for what. */
export function readingText(reading: ReadingSummary, language: Language): string {
  const en = language === 'en';
  const { classes, training, validation, test, open } = reading;
  const found = en
    ? classes.length === 0
      ? 'one class'
      : `${classes.length} classes: ${list(classes)}`
    : classes.length === 0
      ? '클래스 1개'
      : `클래스 ${classes.length}개: ${list(classes)}`;
  const counts: readonly (readonly [number, string])[] = [
    [training, en ? `${training} to train` : `학습 ${training}개`],
    [validation, en ? `${validation} to validate` : `검증 ${validation}개`],
    [test, en ? `${test} to test` : `테스트 ${test}개`],
    [open, en ? `${open} files, of which a share is held back` : `파일 ${open}개(일부는 검증용으로 떼어 둠)`],
  ];
  return `${found} · ${counts.flatMap(([files, text]) => (files === 0 ? [] : [text])).join(', ')}`;
}

/** Why photos could not be imported or kept. */
export function photosTroubleText(trouble: PhotosTrouble, language: Language): string {
  const en = language === 'en';
  switch (trouble.code) {
    case 'nothing':
      return en
        ? `No photo was found in ${count(trouble.leftOut.length)}. Choose a folder of JPEG, PNG, WebP, GIF, BMP or AVIF images, one folder per class. Nothing was changed.`
        : `파일 ${trouble.leftOut.length}개에서 사진을 찾지 못했어요. 클래스별 폴더에 JPEG, PNG, WebP, GIF, BMP, AVIF 이미지를 넣으세요. 바뀐 것은 없어요.`;
    case 'storageFull':
      return en
        ? 'The browser’s storage is full. The photos saved so far are kept. Delete photo sets or projects, or free disk space, then add the rest.'
        : '브라우저 저장 공간이 가득 찼어요. 이미 저장된 사진은 그대로 있어요. 사진 모음이나 프로젝트를 삭제하거나 디스크 공간을 확보한 뒤 나머지를 추가하세요.';
    case 'brokenZip':
      return en
        ? `${trouble.name} is not a complete zip file. Create it again, or unpack it and choose the folder.`
        : `${josa(trouble.name, '은/는')} 온전한 zip 파일이 아니에요. zip을 다시 만들거나, 압축을 풀어 폴더를 선택하세요.`;
    case 'failed':
      return en
        ? `The photos could not be read: ${trouble.detail}. Nothing was changed; try again with fewer at a time.`
        : `사진을 읽지 못했어요: ${trouble.detail}. 바뀐 것은 없어요. 한 번에 넣는 사진 수를 줄여 보세요.`;
  }
}

/** What came of an import, in one line. */
export function outcomeText({ added, leftOut, unread, without }: PhotosOutcome, language: Language): string {
  const en = language === 'en';
  const number = (count: number) => count.toLocaleString('en-US');
  const parts = [
    en ? `${added === 1 ? '1 photo' : `${number(added)} photos`} added.` : `사진 ${number(added)}장을 추가했어요.`,
  ];
  if (leftOut > 0)
    parts.push(en ? `${number(leftOut)} skipped, see below.` : `${number(leftOut)}개는 제외했어요(아래 목록).`);
  if (without.length > 0) {
    parts.push(
      en
        ? `Classes skipped because none of their files could be read: ${list(without)}.`
        : `읽을 수 있는 파일이 없어 제외한 클래스: ${list(without)}.`,
    );
  }
  if (unread > 0) {
    parts.push(
      en
        ? `The browser’s storage is full: ${number(unread)} files were not read. Free space, and choose the folder again; what is there is not read twice.`
        : `브라우저 저장 공간이 가득 차 파일 ${number(unread)}개를 읽지 못했어요. 공간을 확보하고 폴더를 다시 선택하세요. 이미 있는 사진은 다시 읽지 않아요.`,
    );
  }
  return parts.join(' ');
}
