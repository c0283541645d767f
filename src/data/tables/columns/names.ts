/** Names that columns with the answer have, in lower case. */
const answers = new Set(
  `target label labels class classes y answer output outcome survived species sentiment diagnosis churn default medv
   saleprice price quality spam is_spam category variety income exited 정답 타깃 타겟 목표 레이블 라벨 클래스 종속변수 감정 감성
   품종 생존 생존여부 결과 분류 등급 가격 카테고리 긍부정`.split(/\s+/),
);
/** Names that hardly stand for anything else. */
const surely = new Set('target label labels class y answer 정답 타깃 타겟 레이블 라벨 종속변수'.split(' '));
const texts = new Set(
  `text texts sentence review reviews comment comments document message content body title headline tweet question v2
   텍스트 문장 리뷰 댓글 내용 본문 제목 문서 후기 메시지 글 질문`.split(/\s+/),
);
const weights = new Set(['sample_weight', 'sampleweight']);
const others = new Set('id index name date time v1 v2 x x1 no num 번호 아이디 이름 날짜 나이 성별'.split(' '));
const identifier = /^$|^unnamed(: \d+)?$|^index$|(^|[_\s])(id|uuid|idx|번호|아이디)$|[a-z](Id|ID)$/;

const plain = (name: string) => name.trim().toLowerCase();

export const namesAnswer = (name: string): boolean => answers.has(plain(name));
export const surelyAnswer = (name: string): boolean => surely.has(plain(name));
export const namesText = (name: string): boolean => texts.has(plain(name));
export const namesWeight = (name: string): boolean => weights.has(plain(name));
export const namesRow = (name: string): boolean => identifier.test(name.trim()) || identifier.test(plain(name));
/** Is it a word by which columns are often called? */
export const namesColumn = (name: string): boolean =>
  [answers, texts, weights, others].some((names) => names.has(plain(name)));
