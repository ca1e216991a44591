#include "features/attention/contacts.hpp"

#include <algorithm>

#include "access/once/made.hpp"
#include "base/fold.hpp"
#include "core/commitments/giving.hpp"
#include "core/drafts/drafts.hpp"
#include "core/people/store.hpp"
#include "features/attention/event.hpp"
#include "features/attention/revision.hpp"

namespace hebra::attention {
namespace {

Refuse below(std::string_view prefix, Refusal refusal) {
    for (auto& field : refusal.fields) field.pointer.insert(0, prefix);
    return Refuse(std::move(refusal));
}

Contact begun(const Actor& actor, const NewContact& given, const forms::Definition& form, Time now) {
    Contact contact;
    contact.id = ContactId::make(now);
    contact.channel = given.channel;
    contact.direction = given.direction.value_or(Direction::inbound);
    contact.started_at = given.started_at.value_or(now);
    contact.entered_at = now;
    contact.agent_id = given.on_behalf_of.value_or(actor.user);
    if (contact.agent_id != actor.user) contact.entered_by = actor.user;
    contact.form = form.form;
    contact.form_version = form.version;
    contact.version = 1;
    return contact;
}

std::vector<Colleague> by_name(std::vector<Colleague> all) {
    std::ranges::sort(all, {}, [](const Colleague& one) { return fold(one.name.reveal()); });
    return all;
}

}  // namespace

Result<Contacts::Holder> Contacts::holder_of(const Actor& actor, const Uuid& own_subject, const std::optional<PersonId>& person_id,
                                             const std::optional<people::NewPerson>& person) {
    if (person_id && person) return refuse_field("/person", words::k_one_person);
    if (person) {
        auto prepared = people_.prepare(actor.institution, *person, actor.once);
        if (!prepared) return below("/person", std::move(prepared).error());
        auto sealing = prepared->subject.sealing;
        const auto id = prepared->person.id;
        return Holder{std::move(sealing), std::nullopt, *std::move(prepared), id};
    }
    return database_.read([&](db::Reader& reader) -> Result<Holder> {
        if (!person_id) {
            auto own = vault_.new_subject(*vault_.institution(reader, actor.institution), actor.institution, own_subject);
            auto sealing = own.sealing;
            return Holder{std::move(sealing), std::move(own), std::nullopt, std::nullopt};
        }
        auto sealing = vault_.subject(reader, actor.institution, person_id->value());
        if (!sealing || !people::store::find(reader, actor.institution, *person_id))
            return refuse_field("/person_id", words::k_person_not_here);
        return Holder{*std::move(sealing), std::nullopt, std::nullopt, person_id};
    });
}

Result<> Contacts::check_agent(db::Tx& tx, const Actor& actor, const std::optional<UserId>& agent, std::string_view pointer) const {
    if (!agent || *agent == actor.user) return {};
    return commitments::check_receiver(tx, commitments_.holders(), *agent, actor.institution, k_go_on.name, pointer);
}

Result<> Contacts::check_person(db::Tx& tx, const Actor& actor, PersonId person) const {
    if (vault_.is_there(tx, actor.institution, person.value())) return {};
    return refuse_field("/person_id", words::k_person_not_here);
}

Result<> Contacts::check_service(const WriteUp& said) const {
    if (!said.service_id.is_set() || has_service_(said.service_id.value())) return {};
    return refuse_field("/service_id", words::k_line_unknown);
}

std::vector<Colleague> Contacts::colleagues(const Actor& actor) {
    const auto able = database_.read([&](db::Reader& reader) {
        return commitments::receivers_of(reader, commitments_.holders(), actor.institution, k_go_on.name);
    });
    std::vector<Colleague> all;
    for (auto& user : users_.of(actor.institution))
        if (std::ranges::binary_search(able, user.id)) all.push_back({user.id, std::move(user.name)});
    return by_name(std::move(all));
}

std::vector<Colleague> Contacts::agents(const Actor& actor) {
    std::vector<Colleague> all;
    for (const auto id : database_.read([&](db::Reader& reader) { return store::agents(reader, actor.institution); }))
        all.push_back({id, users_.name_of(id)});
    return by_name(std::move(all));
}

Result<Contacts::Opened> Contacts::opened(db::Reader& reader, InstitutionId institution, ContactId id) {
    HEBRA_TRY(auto row, store::find(reader, institution, id));
    auto sealing = vault_.subject(reader, institution, row.subject_id.value());
    auto contact = opened_row(row, sealing ? &*sealing : nullptr);
    return Opened{std::move(row), sealing ? std::optional(*std::move(sealing)) : std::nullopt, std::move(contact)};
}

Result<Contact> Contacts::open_again(const Actor& actor, ContactId id) {
    HEBRA_TRY(auto contact, open(actor, id));
    if (contact.person_id) contact.return_code = people_.return_code_again(actor, *contact.person_id);
    return contact;
}

Result<Contact> Contacts::repeated_or(const Actor& actor, ContactId id, Refused kind) {
    if (!actor.once) return refuse(kind, hebra::words::k_changed_meanwhile);
    HEBRA_TRY(const auto before, database_.read([&](db::Reader& reader) { return access::claimed_before(reader, actor); }));
    if (!before) return refuse(kind, hebra::words::k_changed_meanwhile);
    return open_again(actor, id);
}

void Contacts::tell_names(Contact& contact) {
    contact.agent_name = users_.name_of(contact.agent_id);
    if (contact.entered_by) contact.entered_by_name = users_.name_of(*contact.entered_by);
}

Result<Contact> Contacts::create(const Actor& actor, const NewContact& given) {
    const Time now = clock_.now();
    HEBRA_TRY(const auto form, forms_.current(actor.institution, k_form));
    auto contact = begun(actor, given, form->definition(), now);
    const auto fields = apply(given, contact);
    complete(contact);
    if (contact.disposition) close(contact, now);
    HEBRA_CHECK(check(contact, *form, nullptr, now));
    settle(contact, *form);
    HEBRA_CHECK(check_service(given));
    HEBRA_TRY(auto holder, holder_of(actor, contact.id.value(), given.person_id, given.person));
    contact.person_id = holder.person_id;
    const auto row = sealed_row(contact, holder.sealing);

    using Made = access::MadeOrFirst<Contact>;
    HEBRA_TRY(auto made, database_.write([&](db::Tx& tx) -> Result<Made> {
        HEBRA_TRY(const auto first, access::claim_once(tx, actor, contact.id.text(), now));
        if (first) return Made(*first);
        HEBRA_CHECK(check_agent(tx, actor, given.on_behalf_of, "/on_behalf_of"));
        if (given.person_id) HEBRA_CHECK(check_person(tx, actor, *given.person_id));
        auto told = contact;
        std::optional<ThreadId> thread;
        if (holder.person) {
            people_.keep(tx, actor, *holder.person);
            thread = holder.person->person.thread_id;
            told.thread_code = holder.person->person.thread_code;
            told.return_code = holder.person->person.return_code;
        } else if (holder.person_id) {
            HEBRA_TRY(const auto person, people::store::find(tx, actor.institution, *holder.person_id));
            thread = person.thread_id;
            told.thread_code = person.thread_code;
        }
        const auto entry = audit_.record(tx, actor, {.action = "contact.create",
                                                     .subject = contact.id.value(),
                                                     .person = uuid_of(holder.person_id),
                                                     .fields = fields});
        if (holder.own) vault_.keep(tx, *holder.own);
        store::add(tx, actor.institution, row, entry);
        store::add_topics(tx, actor.institution, row);
        if (thread) thread::add(tx, event_of(actor, contact, *thread, entry));
        if (given.draft) drafts::remove_draft(tx, actor, std::string(k_form), *given.draft);
        return Made(told);
    }));
    if (const auto* first = std::get_if<std::string>(&made)) return open_again(actor, ContactId::parse(*first).value());
    auto& kept = std::get<Contact>(made);
    tell_names(kept);
    return std::move(kept);
}

Result<Contact> Contacts::open(const Actor& actor, ContactId id) {
    HEBRA_TRY(auto found, database_.read([&](db::Reader& reader) { return opened(reader, actor.institution, id); }));
    audit_.record_view(database_, actor,
                       {.action = "contact.view", .subject = id.value(), .person = uuid_of(found.contact.person_id)});
    tell_names(found.contact);
    return std::move(found.contact);
}

Result<std::vector<EarlierContact>> Contacts::earlier(const Actor& actor, ContactId id) {
    struct Kept {
        Opened found;
        std::vector<store::Earlier> rows;
    };
    HEBRA_TRY(const auto kept, database_.read([&](db::Reader& reader) -> Result<Kept> {
        HEBRA_TRY(auto found, opened(reader, actor.institution, id));
        return Kept{std::move(found), store::earlier(reader, id)};
    }));
    audit_.record_view(database_, actor,
                       {.action = "contact.view_earlier", .subject = id.value(), .person = uuid_of(kept.found.contact.person_id)});
    std::vector<EarlierContact> versions;
    if (!kept.found.sealing) return versions;
    for (const auto& row : kept.rows) {
        auto content = open_earlier(id, row, *kept.found.sealing);
        tell_names(content.contact);
        versions.push_back({row.replaced_at, users_.name_of(row.replaced_by), std::move(content.reason), std::move(content.contact)});
    }
    return versions;
}

Result<Contact> Contacts::change(const Actor& actor, ContactId id, const ContactChange& change, int seen) {
    HEBRA_TRY(const auto before, database_.read([&](db::Reader& reader) { return opened(reader, actor.institution, id); }));
    if (before.contact.version != seen) return repeated_or(actor, id, Refused::stale);
    if (before.contact.erased) return refuse(Refused::conflict, words::k_erased);
    const bool closed = before.contact.status == ContactStatus::closed;
    if (closed && (!change.reason || change.reason->empty())) return refuse_field("/reason", words::k_reason_needed);
    HEBRA_CHECK(check_service(change));

    auto after = before.contact;
    auto fields = apply(change, after);
    const auto take = [&](const auto& given, auto& stored, const char* name) {
        if (!given) return;
        stored = *given;
        fields.emplace_back(name);
    };
    take(change.channel, after.channel, "channel");
    take(change.direction, after.direction, "direction");
    take(change.started_at, after.started_at, "started_at");
    complete(after);
    return revise(actor, before, std::move(after),
                  {.action = closed ? "contact.correct" : "contact.change",
                   .fields = std::move(fields),
                   .seen = seen,
                   .when_changed = Refused::stale,
                   .reason = closed ? change.reason : std::nullopt,
                   .draft = change.draft});
}

}  // namespace hebra::attention
