// How a contact changes: one function writes every change; the moves say which.
#include <stdexcept>

#include "access/once/made.hpp"
#include "core/drafts/drafts.hpp"
#include "core/people/store.hpp"
#include "core/people/threads.hpp"
#include "core/thread/take_back.hpp"
#include "features/attention/event.hpp"
#include "features/attention/revision.hpp"

namespace hebra::attention {

Contacts::Resealed Contacts::reseal(InstitutionId institution, const Opened& before, const access::Sealing& sealing) {
    return database_.read([&](db::Reader& reader) {
        Resealed all;
        const auto id = before.contact.id;
        for (const auto& row : store::earlier(reader, id))
            all.earlier.push_back({row.version, seal_earlier(open_earlier(id, row, *before.sealing), sealing)});
        for (const auto& row : store::attachments(reader, institution, id)) {
            const auto moved = [&](std::string_view place, const Bytes& sealed) {
                return sealing.seal(place, row.id.value(), before.sealing->open(place, row.id.value(), sealed));
            };
            all.attachments.push_back({row.id, moved("contact_attachment.name", row.name),
                                       moved("contact_attachment.blob_key", row.blob_key)});
        }
        return all;
    });
}

/// What was sealed with the contact follows it to its new key. The contact's row is already ours, so nothing can be added
/// meanwhile; what was added before is counted.
Result<> Contacts::change_holder(db::Tx& tx, const Actor& actor, const Opened& before, const Revision& revision, const Resealed& resealed) {
    const auto id = before.contact.id;
    if (store::count_attachments(tx, id) != std::ssize(resealed.attachments))
        return refuse(revision.when_changed, hebra::words::k_changed_meanwhile);
    for (const auto& version : resealed.earlier) store::save_earlier_content(tx, id, version.version, version.content);
    for (const auto& attachment : resealed.attachments)
        store::save_attachment_seals(tx, attachment.id, attachment.name, attachment.blob_key);
    if (!before.contact.person_id) vault_.erase(tx, actor.institution, before.row.subject_id.value());  // nothing needs its own key now
    if (revision.holder->own) vault_.keep(tx, *revision.holder->own);
    return {};
}

Result<Contact> Contacts::revise(const Actor& actor, const Opened& before, Contact after, Revision revision) {
    const auto id = after.id;
    const Time now = clock_.now();
    HEBRA_TRY(const auto form, forms_.find(actor.institution, after.form, after.form_version));
    HEBRA_CHECK(check(after, *form, &before.contact, now));
    settle(after, *form);

    auto& holder = revision.holder;
    const auto& sealing = holder ? holder->sealing : *before.sealing;
    if (holder) after.person_id = holder->person_id;
    const auto row = sealed_row(after, sealing);
    const auto resealed = holder ? reseal(actor.institution, before, sealing) : Resealed{};
    const auto earlier = revision.reason ? std::optional(seal_earlier({before.contact, *revision.reason}, sealing)) : std::nullopt;
    const bool retopiced = after.topics != before.contact.topics || after.started_at != before.contact.started_at;
    const bool retold = after.person_id != before.contact.person_id || after.started_at != before.contact.started_at ||
                        after.agent_id != before.contact.agent_id;

    using Made = access::MadeOrFirst<Contact>;
    HEBRA_TRY(auto made, database_.write([&](db::Tx& tx) -> Result<Made> {
        HEBRA_TRY(const auto first, access::claim_once(tx, actor, id.text(), now));
        if (first) return Made(*first);
        HEBRA_CHECK(check_agent(tx, actor, revision.colleague, "/colleague_id"));
        if (!vault_.is_there(tx, actor.institution, before.row.subject_id.value())) return refuse(Refused::conflict, words::k_erased);
        if (holder && !holder->own && !holder->person) HEBRA_CHECK(check_person(tx, actor, *holder->person_id));
        auto told = after;
        std::optional<ThreadId> thread;
        if (holder && holder->person) {
            people_.keep(tx, actor, *holder->person);
            thread = holder->person->person.thread_id;
            told.thread_code = holder->person->person.thread_code;
            told.return_code = holder->person->person.return_code;
        } else if (retold && after.person_id) {
            HEBRA_TRY(const auto person, people::store::find(tx, actor.institution, *after.person_id));
            thread = person.thread_id;
            told.thread_code = person.thread_code;
        }
        const auto about = after.person_id ? after.person_id : before.contact.person_id;
        const auto entry = audit_.record(tx, actor, {.action = revision.action,
                                                     .subject = id.value(),
                                                     .person = uuid_of(about),
                                                     .fields = revision.fields});
        if (!store::save(tx, actor.institution, row, revision.seen, entry))
            return refuse(revision.when_changed, hebra::words::k_changed_meanwhile);
        if (holder) HEBRA_CHECK(change_holder(tx, actor, before, revision, resealed));
        if (earlier) store::add_earlier(tx, id, {revision.seen, now, actor.user, *earlier});
        if (retopiced) {
            store::remove_topics(tx, id);
            store::add_topics(tx, actor.institution, row);
        }
        // The thread first, then its events: whoever joins threads holds them in that order.
        if (thread) thread = people::threads::hold(tx, *thread);
        if (retold && before.contact.person_id) thread::take_back(tx, actor.institution, RecordId(id.value()));
        if (thread) thread::add(tx, event_of(actor, after, *thread, entry));
        if (revision.colleague) {
            commitments_.cancel(tx, RecordId(id.value()), k_go_on.name, {now, entry});
            ask_to_go_on(tx, actor.institution, {id, after.person_id, thread}, revision.colleague, {now, entry});
        }
        if (holder) commitments_.change_person(tx, RecordId(id.value()), k_go_on.name, {after.person_id, thread}, {now, entry});
        // Opened again for a colleague who attends no more, it would be on nobody's home.
        const bool reopened = before.contact.status == ContactStatus::closed && after.status == ContactStatus::open;
        if (reopened && after.agent_id != actor.user) let_go(tx, after.agent_id, actor.institution, {now, entry});
        if (after.status == ContactStatus::closed) commitments_.fulfil(tx, RecordId(id.value()), k_go_on.name, {now, entry});
        if (revision.draft) drafts::remove_draft(tx, actor, std::string(k_form), *revision.draft);
        told.version = revision.seen + 1;
        return Made(told);
    }));
    if (std::holds_alternative<std::string>(made)) return open_again(actor, id);
    auto& kept = std::get<Contact>(made);
    if (holder && !before.contact.person_id) vault_.forget(before.row.subject_id.value(), actor.institution);
    tell_names(kept);
    return std::move(kept);
}

Result<Contact> Contacts::close_it(const Actor& actor, const Opened& before, const ContactMove& move) {
    auto after = before.contact;
    std::vector<std::string> fields;
    if (move.disposition) {
        after.disposition = move.disposition;
        fields.emplace_back("disposition");
    }
    if (move.ended_at) {
        after.ended_at = move.ended_at;
        fields.emplace_back("ended_at");
    }
    close(after, clock_.now());
    return revise(actor, before, std::move(after),
                  {.action = "contact.close", .fields = std::move(fields), .seen = move.version, .when_changed = Refused::conflict,
                   .draft = move.draft});
}

Result<Contact> Contacts::attach(const Actor& actor, const Opened& before, const ContactMove& move) {
    if (!move.person_id && !move.person) return refuse_field("/person_id", words::k_person_not_here);
    HEBRA_TRY(auto holder, holder_of(actor, {}, move.person_id, move.person));
    return revise(actor, before, before.contact,
                  {.action = "contact.attach_person", .fields = {"person_id"}, .seen = move.version,
                   .when_changed = Refused::conflict, .draft = move.draft, .holder = std::move(holder)});
}

Result<Contact> Contacts::hand_over(const Actor& actor, const Opened& before, const ContactMove& move) {
    if (!move.colleague_id || *move.colleague_id == before.contact.agent_id) return refuse_field("/colleague_id", words::k_colleague_needed);
    auto after = before.contact;
    after.entered_by = before.contact.entered_by.value_or(before.contact.agent_id);
    after.agent_id = *move.colleague_id;
    if (after.entered_by == after.agent_id) after.entered_by.reset();
    return revise(actor, before, std::move(after),
                  {.action = "contact.hand_over", .fields = {"agent_id"}, .seen = move.version, .when_changed = Refused::conflict,
                   .draft = move.draft, .colleague = move.colleague_id});
}

Result<Contact> Contacts::move(const Actor& actor, ContactId id, const ContactMove& move) {
    HEBRA_TRY(const auto before, database_.read([&](db::Reader& reader) { return opened(reader, actor.institution, id); }));
    if (before.contact.version != move.version) return repeated_or(actor, id, Refused::conflict);
    if (before.contact.erased) return refuse(Refused::conflict, words::k_erased);
    HEBRA_CHECK(check_move(before.contact, move.action));
    const bool says_why = move.reason && !move.reason->empty();
    switch (move.action) {
        case ContactAction::close: return close_it(actor, before, move);
        case ContactAction::attach_person: return attach(actor, before, move);
        case ContactAction::hand_over: return hand_over(actor, before, move);
        case ContactAction::reopen: {
            if (!says_why) return refuse_field("/reason", words::k_reason_needed);
            auto after = before.contact;
            after.status = ContactStatus::open;
            return revise(actor, before, std::move(after),
                          {.action = "contact.reopen", .fields = {}, .seen = move.version, .when_changed = Refused::conflict,
                           .reason = move.reason, .draft = move.draft});
        }
        case ContactAction::detach_person: {
            if (!says_why) return refuse_field("/reason", words::k_reason_needed);
            // A fresh subject: another node may still remember the key the contact had before it had a person.
            HEBRA_TRY(auto holder, holder_of(actor, Uuid::make(clock_.now()), std::nullopt, std::nullopt));
            auto after = before.contact;
            after.thread_code.reset();
            return revise(actor, before, std::move(after),
                          {.action = "contact.detach_person", .fields = {"person_id"}, .seen = move.version,
                           .when_changed = Refused::conflict, .reason = move.reason, .draft = move.draft, .holder = std::move(holder)});
        }
    }
    throw std::logic_error("a move without a meaning");
}

}  // namespace hebra::attention
