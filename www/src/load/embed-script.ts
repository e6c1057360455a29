/** The scripts beside that of `embed.html`: named in its attributes, as only the build knows their names. */
import { ownScripts } from './trusted.js';

const { dataset } = document.currentScript as HTMLScriptElement;
const ownScript = ownScripts('break-even');

/** Loads the classic script whose address `data-NAME` holds. */
export function loadEmbedScript(name: string): Promise<unknown> {
  const address = dataset[name] ?? '';
  return new Promise((loaded, failed) => {
    const script = Object.assign(document.createElement('script'), { src: ownScript(address), onload: loaded });
    script.onerror = () => {
      script.remove();
      failed(new Error(`${address} did not load`));
    };
    document.head.append(script);
  });
}
