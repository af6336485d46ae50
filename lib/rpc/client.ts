import browser from 'webextension-polyfill';
import {
  RPC_NAME,
  RPC_VERSION,
  RpcError,
  type Method,
  type Params,
  type Reply,
  type Request,
  type Result,
} from './contract';

/** Asks the background. Rejects only with `RpcError`. */
export async function call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
  const reply = await send({ rpc: RPC_NAME, version: RPC_VERSION, method, params });
  if (!isReply(reply)) throw new RpcError('disconnected', `no answer to ${method}`);
  if (!reply.ok) throw new RpcError(reply.code, reply.message);
  // Both ends are built from one contract, and the version says that they were built together.
  return reply.value as Result<M>;
}

export type Call = typeof call;

async function send(request: Request): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(request);
  } catch (error) {
    // After an update the runtime of an open page is gone, which shows as any of several messages.
    throw new RpcError('disconnected', String(error));
  }
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
