import { el } from '../../dom.ts';

export interface FrameOptions {
  /** Where the office keeps the HTML. */
  readonly frame: string;
  readonly title: string;
  /** google.script.run: calls a function of the add-on; the outcome goes back as it is. */
  readonly call: (functionName: string, args: readonly unknown[]) => Promise<object>;
  /** google.script.host. */
  readonly host: (
    action: 'close' | 'setWidth' | 'setHeight' | 'focusEditor',
    value: number | undefined,
  ) => void;
}

const CHANNEL = 'google.script';

/**
 * A page of the add-on in a frame of its own: its scripts run in an origin of nobody's and reach the office by
 * messages alone. The words are those of local/apps-script/client-shim.ts.
 */
export function scriptFrame({ frame, title, call, host }: FrameOptions): {
  element: HTMLElement;
  close(): void;
} {
  const element = el('iframe', {
    class: 'script-frame',
    title,
    attributes: { sandbox: 'allow-scripts allow-downloads', src: `/frames/${frame}` },
  });
  const hear = (event: MessageEvent): void => {
    const message = event.data as Partial<Message> | null;
    if (event.source !== element.contentWindow || message?.channel !== CHANNEL) return;
    if (message.kind === 'run') void answer(message as RunMessage);
    else if (message.kind === 'host') host(message.action!, message.value);
  };
  const answer = async ({ id, functionName, args }: RunMessage): Promise<void> => {
    const outcome = await call(functionName, args);
    element.contentWindow?.postMessage({ channel: CHANNEL, kind: 'result', id, ...outcome }, '*');
  };
  addEventListener('message', hear);
  return {
    element,
    close: () => {
      removeEventListener('message', hear);
      element.remove();
    },
  };
}

interface Message {
  readonly channel: string;
  readonly kind: 'run' | 'host';
  readonly action: 'close' | 'setWidth' | 'setHeight' | 'focusEditor';
  readonly value: number;
}
interface RunMessage {
  readonly id: number;
  readonly functionName: string;
  readonly args: readonly unknown[];
}
