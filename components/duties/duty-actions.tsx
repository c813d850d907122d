import { Group } from "@mantine/core";
import { addDays, type Day } from "@/lib/dates/day";
import { isToDo } from "@/lib/duties/state";
import type { DutyDetail } from "@/lib/services/duty-page";
import { AcknowledgeDuty, DropDuty, ReopenDuty, SnoozeDuty, WakeDuty } from "./duty-dialogs";
import type { SendDuty } from "./send-duty";
import { SettleDuty } from "./settle-duty";

interface Props {
  team: string;
  duty: DutyDetail;
  today: Day;
  send: SendDuty;
}

/** What the reader may do about a duty as it stands. */
export function DutyActions(props: Props) {
  const { duty, send } = props;
  const isOpen = isToDo(duty.state);
  if (isOpen) return <WhileOpen {...props} />;
  // What Gatebook closed by itself opens again by itself.
  if (!send.reopen || duty.closesByItself || duty.closedBy === null) return null;
  return <ReopenDuty {...props} send={send.reopen} />;
}

function WhileOpen({ team, duty, today, send }: Props) {
  const byHand = !duty.closesByItself;
  const canRest = addDays(today, 1) <= duty.dueOn;
  const shared = { team, duty };
  return (
    <Group gap="sm">
      {send.settle && byHand && (
        <SettleDuty {...shared} today={today} settle={send.settle} variant="filled" />
      )}
      {send.acknowledge && duty.mayAcknowledge && (
        <AcknowledgeDuty {...shared} send={send.acknowledge} />
      )}
      {send.wake && duty.myRest !== null && <WakeDuty {...shared} send={send.wake} />}
      {send.snooze && duty.myRest === null && canRest && (
        <SnoozeDuty {...shared} send={send.snooze} />
      )}
      {send.drop && duty.mayDrop && byHand && (
        <>
          <DropDuty {...shared} as="not_applicable" send={send.drop} />
          <DropDuty {...shared} as="missed" send={send.drop} />
        </>
      )}
    </Group>
  );
}
