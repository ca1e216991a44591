// For what cannot be undone, and for what interrupts the whole page. The button is the verb.
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWords } from "@/words/say";
import { Button } from "./button";
import { designWords } from "./words";
import "./dialog.css";

interface DialogProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** `sheet`: long, from the foot of a small screen. */
  look?: "sheet";
  /** Absent: it stays until what it asks is done. */
  onClose?: () => void;
}

export function Dialog({ open, title, children, look, onClose }: DialogProps) {
  return (
    <ModalOverlay
      className={look ? "dialog-veil dialog-veil--sheet" : "dialog-veil"}
      isOpen={open}
      isDismissable={false}
      isKeyboardDismissDisabled={!onClose}
      onOpenChange={(stays) => {
        if (!stays) onClose?.();
      }}
    >
      <Modal className={look ? "dialog dialog--sheet" : "dialog"}>
        <AriaDialog className="dialog__body">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface IrreversibleProps {
  open: boolean;
  title: string;
  /** What will be true afterwards, in one or two sentences. */
  consequence: ReactNode;
  /** The verb: "Cerrar la hebra", never "Aceptar". */
  verb: string;
  pending?: boolean;
  onDo: () => void;
  onClose: () => void;
}

export function Irreversible({ open, title, consequence, verb, pending = false, onDo, onClose }: IrreversibleProps) {
  const say = useWords(designWords);
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <p>{consequence}</p>
      <div className="dialog__acts">
        <Button weight="first" onPress={onDo} pending={pending}>
          {verb}
        </Button>
        <Button weight="word" onPress={onClose}>
          {say("cancel")}
        </Button>
      </div>
    </Dialog>
  );
}
