import { type Locator, type Page, expect } from '@playwright/test';

declare global {
  interface Window {
    /** What was said by any live place, and by the page's one voice; `Keys.listen` fills both. */
    heard: string[];
    voice: string[];
  }
}

/** A person who has a keyboard only: every press is counted, and what the page says is heard. */
export class Keys {
  presses = 0;

  constructor(readonly page: Page) {}

  /** Listens from the first moment on; before the page is opened. */
  async listen(): Promise<void> {
    await this.page.addInitScript(() => {
      const [heard, voice]: string[][] = [[], []];
      Object.assign(window, { heard, voice });
      const live = '[aria-live="polite"], [role="alert"], output:not([aria-live="off"])';
      new MutationObserver((changes) => {
        for (const { type, target, addedNodes } of changes) {
          const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
          const text = (type === 'characterData' ? [target] : [...addedNodes])
            .map((node) => node.textContent?.trim() ?? '')
            .filter((part) => part !== '')
            .join(' ');
          if (!region || text === '') continue;
          heard!.push(text);
          if (region.matches('[data-voice]')) voice!.push(text);
        }
      }).observe(document, { childList: true, characterData: true, subtree: true });
    });
  }

  /** Everything that was said, in order. */
  heard(): Promise<string[]> {
    return this.page.evaluate(() => window.heard);
  }

  /** What the page's one voice said, in order. */
  voice(): Promise<string[]> {
    return this.page.evaluate(() => window.voice);
  }

  /** Waits until something is said. */
  async hears(what: string | RegExp, timeout = 20_000): Promise<void> {
    const wanted: unknown = typeof what === 'string' ? what : expect.stringMatching(what);
    await expect.poll(() => this.heard(), { message: `hears ${what}`, timeout }).toContainEqual(wanted);
  }

  /** What has the focus, in words. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement: active } = document;
      return `${active?.tagName.toLowerCase()} ${active?.getAttribute('aria-label') ?? active?.textContent?.slice(0, 40)}`;
    });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.presses++;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.presses += text.length;
    await this.page.keyboard.type(text);
  }

  /** A command by its name: Ctrl+K, the name, Enter. */
  async command(name: string): Promise<void> {
    await this.press('ControlOrMeta+k');
    await this.type(name);
    await expect(this.page.getByRole('dialog').getByRole('combobox')).toHaveValue(name);
    await this.press('Enter');
  }

  /** Presses Tab until something has the focus. */
  async tabTo(what: Locator, most = 30): Promise<void> {
    for (let left = most; left > 0; left--) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    await expect(what).toBeFocused();
  }
}
