import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { useI18n } from '../i18n/use-i18n.tsx';
import { IconLink } from '../ui/IconLink.tsx';
import { backIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';

/** What the frame puts on every screen. */
export interface ScreenFrame {
  /** At the end of the top bar. */
  trailing: ComponentChildren;
  /** Above the content: what holds for the whole app. */
  notices: ComponentChildren;
}

const appName = 'Jukung';

const nothing: ScreenFrame = { trailing: null, notices: null };

export const ScreenFrameContext = createContext(nothing);

interface ScreenProps {
  title: string;
  detail?: ComponentChildren;
  /** Where "back" leads; left out on the first screen. */
  back?: string;
  /** At the end of the top bar, after the frame's own. */
  trailing?: ComponentChildren;
  bottom?: ComponentChildren;
  width?: 'reading' | 'wide';
  children: ComponentChildren;
}

/** A `Page` inside the app's frame: the way back, the state of delivery, and what all must know. */
export function Screen({ title, back, trailing, children, ...page }: ScreenProps) {
  const { t } = useI18n();
  const frame = useContext(ScreenFrameContext);
  useEffect(() => {
    document.title = title === appName ? title : `${title} · ${appName}`;
  }, [title]);
  return (
    <Page
      {...page}
      title={title}
      leading={
        back !== undefined && <IconLink icon={backIcon} label={t('all.action.back')} href={back} />
      }
      trailing={
        <>
          {frame.trailing}
          {trailing}
        </>
      }
    >
      {frame.notices}
      {children}
    </Page>
  );
}
