import { beforeEach, expect, test, vi } from 'vitest';
import { call } from '@/lib/rpc/client';
import { RPC_NAME, RPC_VERSION, RpcError } from '@/lib/rpc/contract';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('webextension-polyfill', () => ({ default: { runtime: { sendMessage } } }));

beforeEach(() => {
  sendMessage.mockReset();
});

test('sends the envelope and gives back the value', async () => {
  sendMessage.mockResolvedValue({ ok: true, value: { a: 1 } });
  expect(await call('marks', { ids: [] })).toEqual({ a: 1 });
  expect(sendMessage).toHaveBeenCalledWith({
    rpc: RPC_NAME,
    version: RPC_VERSION,
    method: 'marks',
    params: { ids: [] },
  });
});

test('a refusal keeps its code and words', async () => {
  sendMessage.mockResolvedValue({ ok: false, code: 'no-dataset', message: 'none yet' });
  const error = await call('marks', { ids: [] }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RpcError);
  expect(error).toMatchObject({ code: 'no-dataset', message: 'none yet' });
});

test.each([
  ['rejects', () => sendMessage.mockRejectedValue(new Error('Extension context invalidated.'))],
  [
    'throws at once',
    () =>
      sendMessage.mockImplementation(() => {
        throw new TypeError("Cannot read properties of undefined (reading 'sendMessage')");
      }),
  ],
  ['answers nothing', () => sendMessage.mockResolvedValue(undefined)],
  ['answers something strange', () => sendMessage.mockResolvedValue('pong')],
])('a runtime that %s reads as disconnected', async (_name, prepare) => {
  prepare();
  await expect(call('marks', { ids: [] })).rejects.toMatchObject({ name: 'RpcError', code: 'disconnected' });
});
