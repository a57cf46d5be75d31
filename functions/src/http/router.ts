import { AppError } from '../domain/app-error.ts';
import { answering, type Handler } from './answering.ts';
import type { Endpoint } from './endpoint.ts';
import { type Office, serve } from './serve.ts';

/** Every endpoint by its name, each as a function of its own. */
export type Handlers = ReadonlyMap<string, Handler>;

export function handlersOf(
  doors: Readonly<Record<string, () => Promise<Endpoint>>>,
  office: Office,
): Handlers {
  return new Map(Object.entries(doors).map(([name, open]) => [name, opened(name, open, office)]));
}

function opened(name: string, open: () => Promise<Endpoint>, office: Office): Handler {
  let handler: Promise<Handler> | undefined;
  return async (request, response) => {
    handler ??= open().then((endpoint) => serve(name, endpoint, office));
    await (await handler)(request, response);
  };
}

/** All of them behind one address: /submit-form, /move-period, … */
export function routed(handlers: Handlers): Handler {
  const nowhere = answering('unknown', async () => {
    throw new AppError('not_found', { what: 'endpoint' });
  });
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const handler = handlers.get(path.replace(/^\/|\/$/g, '')) ?? nowhere;
    return handler(request, response);
  };
}
