import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Client, Label, Sheet } from "../kit/index.tsx";

/** One error, and what each of its two readers gets. The id stands on both sides. */
export default function TwoReaders({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={250} title={title}>
      <Box x={180} y={34} width={200} label={labels.error ?? ""} note={labels.status} />
      <Arrow from={[130, 56]} to={[92, 98]} />
      <Arrow from={[230, 56]} to={[268, 98]} />
      <Box x={92} y={122} width={152} label={labels.answer ?? ""} note={labels.sentence} />
      <Box x={268} y={122} width={152} label={labels.log ?? ""} note={labels.line} />
      <Arrow from={[168, 122]} to={[192, 122]} dashed both />
      <Label x={180} y={104} small>
        id
      </Label>
      <Arrow from={[92, 144]} to={[92, 188]} />
      <Arrow from={[268, 144]} to={[268, 188]} />
      <Client x={92} y={206} />
      <Client x={268} y={206} />
      <Label x={92} y={238} small>
        {labels.customer}
      </Label>
      <Label x={268} y={238} small>
        {labels.you}
      </Label>
    </Sheet>
  );
}
