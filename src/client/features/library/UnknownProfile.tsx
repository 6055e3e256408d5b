import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { answersIn } from '../../parts/moved-to.ts';
import { villageWords } from '../../parts/place.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { moveLibrary } from './move-library.ts';
import type { LibraryBook } from './use-library.ts';

interface UnknownProfileProps {
  back: string;
  /** What is left of the profile where it was. */
  book?: LibraryBook;
}

/** Instead of a profile: an address that names none, or one that has moved to another village. */
export function UnknownProfile({ back, book }: UnknownProfileProps) {
  const { loadTerritory, records } = useServices();
  const saving = useSaving();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const movedTo = book?.movedTo;
  const own = movedTo === undefined ? book?.own : undefined;
  const late = Object.keys(answersIn(book?.view)).length;
  const label = movedTo === undefined ? undefined : territory?.villageLabel(movedTo);
  const place = label ? villageWords(t, label) : (movedTo ?? '');
  return (
    <Screen title={t('library.begun.title')} back={back}>
      <EmptyState
        picture={<RiverPicture scene={movedTo === undefined ? 'moored' : 'underway'} />}
        title={
          movedTo !== undefined
            ? t('library.village.moved', { place })
            : t(own === undefined ? 'library.unknown.title' : 'library.village.notYours')
        }
        action={
          (movedTo ?? own) !== undefined && (
            <ButtonLink kind="primary" href={paths.library(movedTo ?? own ?? '')}>
              {t(movedTo === undefined ? 'library.village.yours' : 'library.village.follow')}
            </ButtonLink>
          )
        }
      >
        {movedTo === undefined && own === undefined && <p>{t('library.unknown.text')}</p>}
        {book && movedTo !== undefined && late > 0 && (
          <>
            <p>{t('library.village.late', { n: late })}</p>
            <Button
              onPress={() =>
                void saving(async () => {
                  await moveLibrary(records, book, movedTo);
                })
              }
            >
              {t('library.village.bring')}
            </Button>
          </>
        )}
      </EmptyState>
    </Screen>
  );
}
