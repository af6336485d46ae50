import * as v from 'valibot';
import { isArxivUrl } from './callers';
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
import { params } from './params';

/** Who asks. Nothing may be noted of what is read in a private window. */
export type Caller = { isPrivate: boolean; tab?: { id: number; url: string } };

export type Handlers = {
  [M in Method]: (params: Params<M>, caller: Caller) => Promise<Result<M>>;
};

/** The part of `runtime.MessageSender` that says who asks. */
export type Sender = { id?: string; url?: string; tab?: { incognito: boolean; id?: number | undefined } };

/** Our own id, and the address that our own pages start with. */
export type Self = { id: string; origin: string };

/**
 * Answers one message. Undefined for what is no request of ours, so that another listener may have
 * it; otherwise always a reply: it never rejects.
 */
export function answer(
  handlers: Handlers,
  self: Self,
  message: unknown,
  sender: Sender,
): Promise<Reply> | undefined {
  if (!isRequest(message)) return undefined;
  return replyTo(handlers, self, message, sender);
}

async function replyTo(handlers: Handlers, self: Self, request: Request, sender: Sender): Promise<Reply> {
  try {
    if (!isTrusted(self, sender)) throw new RpcError('bad-request', 'unknown sender');
    if (request.version !== RPC_VERSION) throw new RpcError('version-mismatch');
    if (!isMethod(request.method)) throw new RpcError('bad-request', 'no such method');
    const caller: Caller = { isPrivate: sender.tab?.incognito ?? false };
    if (sender.tab?.id !== undefined) caller.tab = { id: sender.tab.id, url: sender.url ?? '' };
    return { ok: true, value: await dispatch(handlers, request.method, request.params, caller) };
  } catch (error) {
    if (error instanceof RpcError) return { ok: false, code: error.code, message: error.message };
    console.error(`[gloss] ${String(request.method).slice(0, 40)}`, error);
    return { ok: false, code: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

// Other extensions and stray libraries post here too, so our own envelope is recognised first.
function isRequest(message: unknown): message is Request {
  return typeof message === 'object' && message !== null && 'rpc' in message && message.rpc === RPC_NAME;
}

function isTrusted(self: Self, { id, url }: Sender): boolean {
  if (id !== self.id || url === undefined) return false;
  return url.startsWith(self.origin) || isArxivUrl(url);
}

function isMethod(name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(params, name);
}

async function dispatch<M extends Method>(
  handlers: Handlers,
  method: M,
  raw: unknown,
  caller: Caller,
): Promise<Result<M>> {
  const parsed = v.safeParse(params[method], raw);
  if (!parsed.success) throw new RpcError('bad-request', summaryOf(parsed.issues));
  return handlers[method](parsed.output, caller);
}

// Paths and expectations only: what the page sent may be long, and is nobody's business in a log.
function summaryOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map((issue) =>
      `${v.getDotPath(issue) ?? 'params'}: expected ${issue.expected ?? issue.type}`.slice(0, 200),
    )
    .join('; ');
}
