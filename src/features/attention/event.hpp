// How a contact shows on its person's thread. Inside this room only.
#pragma once
#include "core/thread/thread.hpp"
#include "features/attention/contact.hpp"

namespace hebra::attention {

/// That there was a contact is social data (class 2); what was said in it never leaves with the event.
inline thread::NewEvent event_of(const Actor& actor, const Contact& contact, ThreadId thread, audit::EntryId entry) {
    return {.thread_id = thread,
            .institution_id = actor.institution,
            .event_at = contact.started_at,
            .entered_at = contact.entered_at,
            .kind = thread::EventKind::contact,
            .data_class = 2,
            .visibility = thread::Visibility::agreement,
            .subject_id = RecordId(contact.id.value()),
            .user_id = contact.agent_id,
            .audit_id = entry};
}

inline std::optional<Uuid> uuid_of(const std::optional<PersonId>& person) {
    return person ? std::optional(person->value()) : std::nullopt;
}

}  // namespace hebra::attention
