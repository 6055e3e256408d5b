import { readScope } from '../../../domain/stream.ts';
import { useServices, type Person } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import styles from './LibraryCard.module.css';

/** Whose library a librarian looks after, and what she can expect. */
export function LibraryCard({ person }: { person: Person }) {
  const { loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const codes = person.scopes
    .map(({ id }) => readScope(id)?.village)
    .filter(village => village !== undefined);
  const villages = codes
    .map(code => territory?.villageLabel(code))
    .filter(label => label !== undefined);
  return (
    <Card title={t('pengelola.home.title')}>
      <div class={styles.content}>
        {villages.map(label => (
          <p key={label.village.code} class={styles.place}>
            {villageWords(t, label)}
          </p>
        ))}
        <RiverPicture scene="moored" />
        <p>{t('pengelola.home.text')}</p>
        {codes.map(village => (
          <ButtonLink key={village} kind="primary" block href={paths.library(village)}>
            {t('pengelola.home.open')}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}
