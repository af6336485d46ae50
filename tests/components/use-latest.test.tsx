// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { useLatest } from '@/components/use-latest';
import { draw, settled } from './surface';

type Asked = { question: string; signal: AbortSignal; answer: (text: string) => void; fail: () => void };

/** Answers when it is told to, in any order. */
function slowAnswers() {
  const asked: Asked[] = [];
  const ask = (question: string, signal: AbortSignal) =>
    new Promise<string>((answer, refuse) => {
      asked.push({ question, signal, answer, fail: () => refuse(new Error('down')) });
    });
  return { asked, ask };
}

function Shown({ question, ask }: { question: string; ask: (q: string, s: AbortSignal) => Promise<string> }) {
  const { answer, of, failed } = useLatest(question, ask);
  return <p>{failed ? `failed: ${of}` : `${of ?? 'nothing'}: ${answer ?? ''}`}</p>;
}

test('an older answer that comes later never replaces a newer one', async () => {
  const { asked, ask } = slowAnswers();
  const root = await draw(<Shown question="ne" ask={ask} />);
  await draw(<Shown question="net" ask={ask} />, root);
  asked[1]?.answer('for net');
  await settled();
  asked[0]?.answer('for ne');
  await settled();
  expect(root.textContent).toBe('net: for net');
});

test('the question before is aborted, so that one search is under way', async () => {
  const { asked, ask } = slowAnswers();
  const root = await draw(<Shown question="ne" ask={ask} />);
  await draw(<Shown question="net" ask={ask} />, root);
  expect(asked.map(({ question, signal }) => [question, signal.aborted])).toEqual([
    ['ne', true],
    ['net', false],
  ]);
});

test('the answer before stays until the new one is there', async () => {
  const { asked, ask } = slowAnswers();
  const root = await draw(<Shown question="ne" ask={ask} />);
  asked[0]?.answer('for ne');
  await settled();
  await draw(<Shown question="net" ask={ask} />, root);
  expect(root.textContent).toBe('ne: for ne');
});

test('an older question that fails late says nothing; the newest one does', async () => {
  const { asked, ask } = slowAnswers();
  const root = await draw(<Shown question="ne" ask={ask} />);
  await draw(<Shown question="net" ask={ask} />, root);
  asked[0]?.fail();
  await settled();
  expect(root.textContent).toBe('nothing: ');
  asked[1]?.fail();
  await settled();
  expect(root.textContent).toBe('failed: net');
});
