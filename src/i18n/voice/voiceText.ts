import type { Library } from '../../document/template';
import type { DocumentChange } from '../../editor/voice/documentChange';
import type { EditorEvent, ProblemEvent } from '../../editor/voice/editorEvents';
import type { RunEvent } from '../../editor/voice/runEvents';
import { josa } from '../korean/josa';
import { lossText, percentText } from '../numbers';
import { runEnds } from './runEnds';
import { issueText } from '../troubles/issues';
import { type Language, defineWords } from '../words';

const changes = defineWords({
  en: {
    added: (name: string, count: number) => (count === 1 ? `Added ${name}.` : `Added ${count} bricks.`),
    removed: (name: string, count: number) => (count === 1 ? `Removed ${name}.` : `Removed ${count} bricks.`),
    frozen: (name: string, count: number) => (count === 1 ? `Froze ${name}.` : `Froze ${count} bricks.`),
    unfrozen: (name: string, count: number) => (count === 1 ? `Unfroze ${name}.` : `Unfroze ${count} bricks.`),
    bypassed: (name: string, count: number) => (count === 1 ? `Bypassed ${name}.` : `Bypassed ${count} bricks.`),
    usedAgain: (name: string, count: number) =>
      count === 1 ? `${name} is no longer bypassed.` : `${count} bricks are no longer bypassed.`,
    moved: (name: string, count: number) => (count === 1 ? `Moved ${name}.` : `Moved ${count} bricks.`),
    changed: (name: string, count: number) =>
      count === 1 ? `Changed the settings of ${name}.` : `Changed the settings of ${count} bricks.`,
    renamed: (from: string, to: string) => `Renamed ${from} to ${to}.`,
    connected: (from: string, to: string, count: number) =>
      count === 1 ? `Connected ${from} to ${to}.` : `Made ${count} connections.`,
    disconnected: (from: string, to: string, count: number) =>
      count === 1 ? `Disconnected ${from} from ${to}.` : `Removed ${count} connections.`,
    grouped: (name: string, count: number) => (count === 1 ? `Grouped into ${name}.` : `Made ${count} blocks.`),
    ungrouped: (name: string, count: number) => (count === 1 ? `Ungrouped ${name}.` : `Ungrouped ${count} blocks.`),
    folded: (name: string, count: number) => (count === 1 ? `Folded ${name}.` : `Folded ${count} blocks.`),
    unfolded: (name: string, count: number) => (count === 1 ? `Unfolded ${name}.` : `Unfolded ${count} blocks.`),
    title: 'Changed the title.',
    settings: 'Changed the training settings.',
  },
  ko: {
    added: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 추가했어요.` : `브릭 ${count}개를 추가했어요.`,
    removed: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 삭제했어요.` : `브릭 ${count}개를 삭제했어요.`,
    frozen: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 동결했어요.` : `브릭 ${count}개를 동결했어요.`,
    unfrozen: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 동결 해제했어요.` : `브릭 ${count}개를 동결 해제했어요.`,
    bypassed: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 건너뛰어요.` : `브릭 ${count}개를 건너뛰어요.`,
    usedAgain: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 더 이상 건너뛰지 않아요.` : `브릭 ${count}개를 더 이상 건너뛰지 않아요.`,
    moved: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 옮겼어요.` : `브릭 ${count}개를 옮겼어요.`,
    changed: (name: string, count: number) =>
      count === 1 ? `${name}의 설정을 바꿨어요.` : `브릭 ${count}개의 설정을 바꿨어요.`,
    renamed: (from: string, to: string) => `${from}의 이름을 ${josa(to, '으로/로')} 바꿨어요.`,
    connected: (from: string, to: string, count: number) =>
      count === 1 ? `${from} 출력을 ${to} 입력에 연결했어요.` : `${count}곳을 연결했어요.`,
    disconnected: (from: string, to: string, count: number) =>
      count === 1 ? `${from}에서 ${josa(to, '으로/로')} 가는 연결을 끊었어요.` : `연결 ${count}개를 끊었어요.`,
    grouped: (name: string, count: number) =>
      count === 1 ? `${josa(name, '으로/로')} 묶었어요.` : `블록 ${count}개를 만들었어요.`,
    ungrouped: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 풀었어요.` : `블록 ${count}개를 풀었어요.`,
    folded: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 접었어요.` : `블록 ${count}개를 접었어요.`,
    unfolded: (name: string, count: number) =>
      count === 1 ? `${josa(name, '을/를')} 펼쳤어요.` : `블록 ${count}개를 펼쳤어요.`,
    title: '제목을 바꿨어요.',
    settings: '학습 설정을 바꿨어요.',
  },
});

const events = defineWords({
  en: {
    opened: (title: string, bricks: number) =>
      `${title === '' ? 'A project' : title} is open: ${bricks === 1 ? '1 brick' : `${bricks} bricks`}.`,
    undone: (change: string) => `Undone. ${change}`,
    redone: (change: string) => `Done again. ${change}`,
    problem: (text: string, count: number) => (count === 1 ? `Problem: ${text}` : `${count} problems. New: ${text}`),
    solved: (left: number) =>
      left === 0 ? 'No problems left.' : left === 1 ? '1 problem left.' : `${left} problems left.`,
    started: 'Training has started.',
    paused: 'Training is paused.',
    resumed: 'Training goes on.',
    stopping: 'Stopping…',
    epoch: (epoch: number, loss: string, accuracy: string) =>
      `Epoch ${epoch} finished. Loss ${loss}${accuracy === '' ? '' : `, accuracy ${accuracy}`}.`,
  },
  ko: {
    opened: (title: string, bricks: number) =>
      `${title === '' ? '프로젝트를' : josa(title, '을/를')} 열었어요. 브릭 ${bricks}개.`,
    undone: (change: string) => `실행 취소했어요. ${change}`,
    redone: (change: string) => `다시 실행했어요. ${change}`,
    problem: (text: string, count: number) => (count === 1 ? `문제: ${text}` : `문제 ${count}개. 새 문제: ${text}`),
    solved: (left: number) => (left === 0 ? '남은 문제가 없어요.' : `문제 ${left}개가 남았어요.`),
    started: '학습을 시작했어요.',
    paused: '학습을 일시 정지했어요.',
    resumed: '학습을 계속해요.',
    stopping: '중지하는 중…',
    epoch: (epoch: number, loss: string, accuracy: string) =>
      `에포크 ${epoch} 완료. 손실 ${loss}${accuracy === '' ? '' : `, 정확도 ${accuracy}`}.`,
  },
});

function changeText(change: DocumentChange, language: Language): string {
  const words = changes[language];
  switch (change.code) {
    case 'title':
    case 'settings':
      return words[change.code];
    case 'renamed':
      return words.renamed(change.data.from, change.data.to);
    case 'connected':
    case 'disconnected':
      return words[change.code](change.data.from, change.data.to, change.data.count);
    default:
      return words[change.code](change.data.name, change.data.count);
  }
}

/** An event that is said to screen readers, in a sentence or two. */
export function voiceText(event: EditorEvent | ProblemEvent | RunEvent, language: Language, library?: Library): string {
  const words = events[language];
  switch (event.code) {
    case 'opened':
      return words.opened(event.data.title, event.data.bricks);
    case 'done':
      return changeText(event.data, language);
    case 'undone':
    case 'redone':
      return words[event.code](changeText(event.data, language));
    case 'problem':
      return words.problem(issueText(event.data.issue, language, library), event.data.count);
    case 'solved':
      return words.solved(event.data.left);
    case 'epoch': {
      const { epoch, loss, accuracy } = event.data;
      return words.epoch(epoch, lossText(loss), accuracy === null ? '' : percentText(accuracy));
    }
    case 'finished':
    case 'stopped':
    case 'failed':
      return runEnds[language][event.code];
    default:
      return words[event.code];
  }
}
