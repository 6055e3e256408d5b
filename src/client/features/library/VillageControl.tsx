import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { regencyOfVillage } from '../../../domain/territory.ts';
import { useServices } from '../../app-services.ts';
import type { FieldWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { answersIn } from '../../parts/moved-to.ts';
import { roleIn } from '../../parts/role-in.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { VillagePicker } from '../../parts/village/VillagePicker.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { moveDrafts } from './move-drafts.ts';
import { moveLibrary } from './move-library.ts';
import { streamOfVillage } from './profile-place.ts';
import type { LibraryBook } from './use-library.ts';

/** Which village the profile is of. A wrong one can be changed: all answers go along. */
export function VillageControl({ book, words }: { book: LibraryBook; words: FieldWords }) {
  const { account, loadTerritory, loadDrafts, records } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const territory = useLoaded(loadTerritory);
  const [isOpen, setIsOpen] = useState(false);
  const [asked, setAsked] = useState<{ to: string; isTaken: boolean }>();
  const code = book.answers['kode_wilayah'];
  const village = typeof code === 'string' ? code : undefined;
  const label = village === undefined ? undefined : territory?.villageLabel(village);

  function close() {
    setIsOpen(false);
    setAsked(undefined);
  }

  const wordsOf = (chosen: string) => {
    const place = territory?.villageLabel(chosen);
    return place ? villageWords(t, place) : chosen;
  };
  const mayGrantIn = (chosen: string) =>
    roleIn(account.active.value, streamOfVillage(chosen)) === 'koordinator';

  /** A profile that is there already is not seen from a list of names: it is pointed out before anything moves. */
  async function choose(chosen: string): Promise<void> {
    if (chosen === village || book.isBegun) {
      setIsOpen(false);
      if (chosen !== village) await book.answer({ kode_wilayah: chosen });
      return;
    }
    const held = await records.readRecord(streamOfVillage(chosen), 'library', chosen);
    setAsked({ to: chosen, isTaken: Object.keys(answersIn(held)).length > 0 });
  }

  async function move(to: string): Promise<void> {
    setIsOpen(false);
    setAsked(undefined);
    if (!(await moveAll(book, to))) return;
    route(paths.library(to), true);
    showToast({
      text: t('library.village.moved', { place: wordsOf(to) }),
      action: { label: t('all.action.undo'), onPress: () => void moveBack(to) },
    });
  }

  async function moveBack(from: string): Promise<void> {
    const stream = streamOfVillage(from);
    const view = await records.readRecord(stream, 'library', from);
    if (await moveAll({ village: from, stream, view }, book.village))
      route(paths.library(book.village), true);
  }

  const moveAll = (from: Parameters<typeof moveLibrary>[1], to: string) =>
    saving(async () => {
      await moveLibrary(records, from, to, { mayGrant: mayGrantIn(to) });
      await moveDrafts(await loadDrafts(), from.village, to);
    });

  return (
    <Stack gap="small">
      <p>
        <strong>{words.label}</strong>
      </p>
      <p>{label ? villageWords(t, label) : (village ?? t('all.word.noDataYet'))}</p>
      <Button onPress={() => setIsOpen(true)}>
        {t(village === undefined ? 'library.village.choose' : 'library.village.change')}
      </Button>
      {isOpen && (
        <Sheet
          title={t('library.village.choose')}
          closeLabel={t('all.action.close')}
          onClose={close}
        >
          {asked ? (
            <Stack>
              <p>{t('library.village.willMove', { place: wordsOf(asked.to) })}</p>
              {asked.isTaken && (
                <Banner kind="warning">
                  <p>{t('library.village.taken')}</p>
                </Banner>
              )}
              {!mayGrantIn(asked.to) && <p>{t('library.village.needsOffice')}</p>}
              <Button kind="primary" block onPress={() => void move(asked.to)}>
                {t('library.village.move')}
              </Button>
              <Button kind="quiet" block onPress={() => setAsked(undefined)}>
                {t('library.village.another')}
              </Button>
            </Stack>
          ) : (
            <VillagePicker
              label={t('library.village.choose')}
              territory={territory}
              value={undefined}
              regency={village === undefined ? undefined : regencyOfVillage(village)}
              onChoose={chosen => void choose(chosen)}
            />
          )}
        </Sheet>
      )}
    </Stack>
  );
}
