import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { regencyOfVillage } from '../../../domain/territory.ts';
import { useServices } from '../../app-services.ts';
import type { FieldWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { roleIn } from '../../parts/role-in.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { VillagePicker } from '../../parts/village/VillagePicker.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
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
  const code = book.answers['kode_wilayah'];
  const village = typeof code === 'string' ? code : undefined;
  const label = village === undefined ? undefined : territory?.villageLabel(village);

  async function choose(chosen: string): Promise<void> {
    setIsOpen(false);
    if (chosen === village) return;
    if (book.isBegun) {
      await book.answer({ kode_wilayah: chosen });
      return;
    }
    let wasTaken = false;
    const isMoved = await saving(async () => {
      const mayGrant = roleIn(account.active.value, streamOfVillage(chosen)) === 'koordinator';
      wasTaken = await moveLibrary(records, book, chosen, { mayGrant });
      await moveDrafts(await loadDrafts(), book.village, chosen);
    });
    if (!isMoved) return;
    const place = territory?.villageLabel(chosen);
    showToast({
      text: [
        t('library.village.moved', { place: place ? villageWords(t, place) : chosen }),
        wasTaken ? t('library.village.taken') : '',
      ].join(' '),
    });
    route(paths.library(chosen), true);
  }

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
          onClose={() => setIsOpen(false)}
        >
          <VillagePicker
            label={t('library.village.choose')}
            territory={territory}
            value={undefined}
            regency={village === undefined ? undefined : regencyOfVillage(village)}
            onChoose={chosen => void choose(chosen)}
          />
        </Sheet>
      )}
    </Stack>
  );
}
