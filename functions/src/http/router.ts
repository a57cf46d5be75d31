import { AppError } from '../domain/app-error.ts';
import { answering, type Handler } from './answering.ts';
import type { Endpoint } from './endpoint.ts';
import { type Office, serve } from './serve.ts';

/** Every endpoint by its name, each as a function of its own. */
export type Handlers = ReadonlyMap<string, Handler>;

export function handlersOf(endpoints: Readonly<Record<string, Endpoint>>, office: Office): Handlers {
  return new Map(Object.entries(endpoints).map(([name, each]) => [name, serve(name, each, office)]));
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
