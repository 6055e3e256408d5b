import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useServices } from '../app-services.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { DeliveryStatus } from '../parts/DeliveryStatus.tsx';
import { ScreenFrameContext } from '../parts/Screen.tsx';
import { paths } from '../paths.ts';
import { ClockWarning } from './ClockWarning.tsx';
import { focusContent } from './focus-content.ts';
import { UpdatePrompt } from './UpdatePrompt.tsx';
import styles from './Frame.module.css';

/** What is around every screen: how delivery stands, and what everybody has to know now. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { t } = useI18n();
  const [isPutOff, setIsPutOff] = useState(false);
  const frame = useMemo(
    () => ({
      trailing: <Delivery />,
      notices: (
        <>
          {!isPutOff && <UpdatePrompt onLater={() => setIsPutOff(true)} />}
          <ClockWarning />
        </>
      ),
    }),
    [isPutOff],
  );

  function skip(event: Event) {
    // Not followed as a link: what stands behind the `#` may be an invitation's code.
    event.preventDefault();
    focusContent();
  }

  return (
    <ScreenFrameContext.Provider value={frame}>
      <a class={styles.skip} href="#content" onClick={skip}>
        {t('all.frame.skip')}
      </a>
      {children}
    </ScreenFrameContext.Provider>
  );
}

function Delivery() {
  const { account, sync } = useServices();
  if (!account.active.value) return null;
  return (
    <DeliveryStatus
      status={sync.status.value}
      onSync={sync.syncNow}
      attentionHref={paths.attention()}
    />
  );
}
