/**
 * `google.script.run` and `google.script.host` for pages of the add-on. A page is shown in
 * `<iframe sandbox="allow-scripts …" srcdoc="…">`: it has no origin, and talks to the window around it by postMessage.
 *
 * From the page (`event.source` is the frame's contentWindow; check that, there is no origin to check):
 *
 *     {channel: 'google.script', kind: 'run', id: 1, functionName: 'callFromSidebar', args: ['{…}']}
 *     {channel: 'google.script', kind: 'host', action: 'close' | 'setWidth' | 'setHeight' | 'focusEditor', value?: 300}
 *
 * To the page, one answer for each run, in any order (post it with targetOrigin '*'):
 *
 *     {channel: 'google.script', kind: 'result', id: 1, ok: true, value: …}
 *     {channel: 'google.script', kind: 'result', id: 1, ok: false, name: 'Exception', message: '…'}
 *
 * A RunOutcome of kind `client` has what an answer needs: `{channel, kind: 'result', id, ...outcome}`. As with Google,
 * ten calls run at once and the others wait here; arguments are JSON values, and a Date or a function in them is an
 * error before anything is sent. A form element as the argument, google.script.url and google.script.history, which
 * sidebars and dialogs have no use for, are refused by name.
 */
export const CLIENT_SHIM = `(() => {
  'use strict';
  const channel = 'google.script';
  const MOST = 10;
  const open = new Map();
  const waiting = [];
  let lastId = 0;
  const parent = window.parent;
  const post = (message) => parent.postMessage({ channel, ...message }, '*');

  const check = (value, property) => {
    const kind = typeof value;
    if (value === null || kind === 'string' || kind === 'number' || kind === 'boolean') return;
    if (kind === 'undefined') return;
    if (kind === 'object') {
      const proto = Object.getPrototypeOf(value);
      if (Array.isArray(value)) return value.forEach((one, i) => check(one, i));
      if (proto === null || proto === Object.prototype)
        return Object.entries(value).forEach(([name, one]) => check(one, name));
      if (value instanceof HTMLFormElement)
        throw new Error('A form as an argument of google.script.run is not supported by the local Apps Script host.');
    }
    throw new TypeError('Failed due to illegal value in property: ' + property);
  };

  const next = () => {
    while (open.size < MOST && waiting.length > 0) {
      const one = waiting.shift();
      open.set(one.id, one);
      post({ kind: 'run', id: one.id, functionName: one.functionName, args: one.args });
    }
  };

  window.addEventListener('message', (event) => {
    const message = event.data;
    if (event.source !== parent || !message || message.channel !== channel || message.kind !== 'result') return;
    const one = open.get(message.id);
    if (!one) return;
    open.delete(message.id);
    next();
    if (message.ok) return one.success && one.success(message.value, one.userObject);
    const error = new Error(message.message);
    error.name = message.name;
    if (one.failure) one.failure(error, one.userObject);
    else console.error(error.name + ': ' + error.message);
  });

  const runner = (state) => new Proxy(Object.freeze({}), {
    get: (_, name) => {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      if (name === 'withSuccessHandler') return (success) => runner({ ...state, success });
      if (name === 'withFailureHandler') return (failure) => runner({ ...state, failure });
      if (name === 'withUserObject') return (userObject) => runner({ ...state, userObject });
      return (...args) => {
        args.forEach((one, i) => check(one, i));
        waiting.push({ ...state, id: ++lastId, functionName: name, args: JSON.parse(JSON.stringify(args)) });
        next();
      };
    },
  });

  const missing = (name) => new Proxy({}, {
    get: (_, method) => {
      throw new Error(name + '.' + String(method) + ' is not supported by the local Apps Script host.');
    },
  });

  const act = (action) => (value) => post({ kind: 'host', action, ...(value === undefined ? {} : { value }) });
  window.google = {
    script: {
      run: runner({}),
      host: {
        close: () => act('close')(),
        setWidth: act('setWidth'),
        setHeight: act('setHeight'),
        editor: { focus: () => act('focusEditor')() },
      },
      url: missing('google.script.url'),
      history: missing('google.script.history'),
    },
  };
})();`;

/** A page of the add-on with the shim before its own scripts: at the head of its head, or after the doctype. */
export function withClientShim(html: string): string {
  const script = `<script>${CLIENT_SHIM}</script>`;
  const head = /<head(?:\s[^>]*)?>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + script + html.slice(at);
}
