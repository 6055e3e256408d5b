import { useLocation } from 'preact-iso/router';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { villageWords } from '../../parts/place.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, checkIcon, chevronIcon, pinIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { ProgressRing } from '../../ui/ProgressRing.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { planStatusWords } from './plan-words.ts';
import { isOpenLine, mayVisit, useVillage, type VillageBook } from './use-village.ts';

/** A village before a visit: its library's profile, the last visit, what it planned; and the visit begins. */
export function VillageScreen({ village }: { village: string }) {
  const { account, loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const book = useVillage(village);
  const label = territory?.villageLabel(village);
  const may = mayVisit(account.active.value, village);
  return (
    <Screen
      title={label ? villageWords(t, label) : village}
      detail={book?.name}
      back={laterPaths.visits()}
    >
      {!may ? (
        <Banner kind="info" title={t('visit.village.elsewhere')}>
          <p>{t('visit.village.elsewhereText')}</p>
        </Banner>
      ) : book ? (
        <Village village={village} book={book} />
      ) : (
        <Skeleton label={t('visit.village.loading')} rows={5} />
      )}
    </Screen>
  );
}

function Village({ village, book }: { village: string; book: VillageBook }) {
  const { records } = useServices();
  const { t, format } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const { stream, today, answered, asked, visits, plan } = book;
  const progress = t('library.profile.progress', { answered, total: asked });
  const isBegun = visits.some(({ day }) => day === today);

  async function begin(): Promise<void> {
    const r = `${village}:${today}`;
    const isThere =
      isBegun ||
      (await saving(async () => {
        const seen = await records.readRecord(stream, 'visit', r);
        await records.write([{ stream, t: 'visit', r, fields: { day: today }, seen }]);
      }));
    if (isThere) route(laterPaths.visit(village, today));
  }

  return (
    <>
      <Button kind="primary" icon={pinIcon} block onPress={() => void begin()}>
        {t(isBegun ? 'visit.village.continue' : 'visit.village.begin')}
      </Button>
      <Card padding="flush">
        <List>
          <ListRow
            href={paths.library(village)}
            title={t('all.word.libraryProfile')}
            detail={book.hasProfile ? progress : t('visit.village.noProfile')}
            leading={
              <ProgressRing label={progress} value={answered / asked}>
                {answered === asked ? (
                  <Icon shape={checkIcon} />
                ) : (
                  format.percent(Math.floor((answered / asked) * 100) / 100)
                )}
              </ProgressRing>
            }
            trailing={<Icon shape={chevronIcon} />}
          />
        </List>
      </Card>
      <Card
        padding={plan.length > 0 ? 'flush' : 'roomy'}
        title={t('checklist.plan.title')}
        trailing={
          plan.length > 0 && (
            <Badge>{t('visit.plan.open', { n: plan.filter(isOpenLine).length })}</Badge>
          )
        }
      >
        {plan.length === 0 ? (
          <>
            <p>{t('checklist.plan.none')}</p>
            <ButtonLink href={paths.librarySection(village, 'dampak', 'rtl')} icon={addIcon}>
              {t('visit.plan.write')}
            </ButtonLink>
          </>
        ) : (
          <List>
            {plan.filter(isOpenLine).map(({ id, activity, status, ends }) => (
              <ListRow
                key={id}
                title={activity ?? t('library.records.unnamed')}
                detail={[
                  planStatusWords(t, status),
                  ends && t('checklist.due.on', { day: format.day(ends, 'medium') }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </List>
        )}
      </Card>
      <Card padding={visits.length > 0 ? 'flush' : 'roomy'} title={t('visit.village.visits')}>
        {visits.length === 0 ? (
          <p>{t('visit.village.none')}</p>
        ) : (
          <List>
            {visits.map(({ day, view, by, purpose }, index) => (
              <ListRow
                key={view.r}
                href={laterPaths.visit(village, day)}
                title={format.day(day)}
                detail={[by && book.nameOf(by), purpose].filter(Boolean).join(' · ')}
                trailing={
                  <>
                    {index === 0 && <Badge>{t('visit.village.last')}</Badge>}
                    <Icon shape={chevronIcon} />
                  </>
                }
              />
            ))}
          </List>
        )}
      </Card>
    </>
  );
}
