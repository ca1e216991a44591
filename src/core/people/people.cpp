#include "core/people/people.hpp"

#include "access/once/made.hpp"
#include "core/people/safe_contact_check.hpp"
#include "core/people/threads.hpp"
#include "platform/crypto/code.hpp"
#include "platform/json/own.hpp"

namespace hebra::people {
namespace {

/// Carries out every named change on the member of the same name, and notes the names.
template <class Target>
void apply(const PersonChange& change, Target& target, std::vector<std::string>& fields) {
    using Members = boost::describe::describe_members<Target, boost::describe::mod_public>;
    using Changes = boost::describe::describe_members<PersonChange, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Changes>([&](auto named) {
        using Named = std::remove_cvref_t<decltype(change.*named.pointer)>;
        if constexpr (json::k_is_change<Named>) {
            if ((change.*named.pointer).is_left()) return;
            boost::mp11::mp_for_each<Members>([&](auto member) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(target.*member.pointer)>,
                                             std::optional<typename Named::value_type>>) {
                    if (std::string_view(member.name) != named.name) return;
                    (change.*named.pointer).apply_to(target.*member.pointer);
                    fields.emplace_back(named.name);
                }
            });
        }
    });
}

/// Only who knows the key that the act arrived with can tell it again, and that key is forgotten after a day.
std::string return_code_of(const Once& once, PersonId person, const access::InstitutionKeys& keys) {
    return crypto::ReturnCode::derive(keys.blind, fmt::format("{}/{}", person.text(), once.key)).reveal();
}

bool is_empty(const Declared& declared) {
    return !declared.gender && !declared.pueblo && !declared.nationality && !declared.language && !declared.disability &&
           !declared.life_stage;
}

}  // namespace

store::Row People::sealed_row(const Person& person, const access::Sealing& sealing) const {
    const auto& row = person.id.value();
    const Identity& identity = person;
    const Declared& declared = person;
    return {
        .id = person.id,
        .thread_id = person.thread_id,
        .thread_code = person.thread_code,
        .identity_level = person.identity,
        .identity = sealing.seal("person.identity", row, json::write(identity)),
        .safe_contact = person.safe_contact
                            ? std::optional(sealing.seal("person.safe_contact", row, json::write(*person.safe_contact)))
                            : std::nullopt,
        .declared = is_empty(declared) ? std::nullopt : std::optional(sealing.seal("person.declared", row, json::write(declared))),
        .created_at = person.created_at,
        .version = person.version,
    };
}

Identity People::open_identity(PersonId id, const Bytes& sealed, const access::Sealing& sealing) const {
    return json::read_own<Identity>(sealing.open("person.identity", id.value(), sealed));
}

Person People::open_row(const store::Row& row, const access::Sealing& sealing) const {
    const auto& id = row.id.value();
    Person person;
    static_cast<Identity&>(person) = open_identity(row.id, row.identity, sealing);
    if (row.declared)
        static_cast<Declared&>(person) = json::read_own<Declared>(sealing.open("person.declared", id, *row.declared));
    if (row.safe_contact)
        person.safe_contact = json::read_own<SafeContact>(sealing.open("person.safe_contact", id, *row.safe_contact));
    person.id = row.id;
    person.thread_id = row.thread_id;
    person.thread_code = row.thread_code;
    person.identity = row.identity_level;
    person.created_at = row.created_at;
    person.version = row.version;
    return person;
}

Result<Person> People::opened(db::Reader& reader, InstitutionId institution, PersonId id) {
    HEBRA_TRY(const auto row, store::find(reader, institution, id));
    HEBRA_TRY(const auto sealing, sealing_of(reader, institution, id));
    return open_row(row, sealing);
}

/// Of a person whose row was found: one who has no key was erased.
Result<access::Sealing> People::sealing_of(db::Reader& reader, InstitutionId institution, PersonId id) {
    auto sealing = vault_.subject(reader, institution, id.value());
    if (!sealing) return refuse(Refused::not_found, words::k_person_erased);
    return sealing;
}

void People::erase(db::Tx& tx, InstitutionId institution, PersonId id, Time now, audit::EntryId entry) {
    store::remove_keys(tx, id, false);
    store::touch(tx, institution, id, now, entry);
}

PreparedPerson People::make(InstitutionId institution, const NewPerson& given, std::optional<ThreadId> thread,
                            const std::optional<Once>& once) {
    const Time now = clock_.now();
    const auto keys = database_.read([&](db::Reader& reader) { return vault_.institution(reader, institution); });
    Person person;
    static_cast<Identity&>(person) = given;
    static_cast<Declared&>(person) = given;
    person.id = PersonId::make(now);
    person.thread_id = thread.value_or(ThreadId::make(now));
    person.identity = given.identity;
    person.safe_contact = given.safe_contact;
    person.return_code = once ? return_code_of(*once, person.id, *keys) : crypto::ReturnCode::make().reveal();
    person.created_at = now;
    person.version = 1;

    auto subject = vault_.new_subject(*keys, institution, person.id.value());
    auto row = sealed_row(person, subject.sealing);
    auto blind_keys = keys_of(person, person.return_code, keys->blind);
    auto sounds = sounds_.unheard(institution, sounds_of(person, keys->blind));
    auto network_keys = network_keys_of(person, vault_.network());
    return {std::move(person),     !thread,           std::move(row),         std::move(subject),
            std::move(blind_keys), std::move(sounds), std::move(network_keys)};
}

Result<PreparedPerson> People::prepare(InstitutionId institution, const NewPerson& person, const std::optional<Once>& once) {
    auto faults = person.safe_contact ? faults_of(*person.safe_contact, clock_.now()) : std::vector<FieldError>();
    HEBRA_CHECK(check(person.identity, person, today(), std::move(faults)));
    return make(institution, person, std::nullopt, once);
}

Result<PreparedPerson> People::prepare_received(InstitutionId institution, const NewPerson& person, std::optional<ThreadId> thread) {
    HEBRA_CHECK(check(person.identity, person, today(), {}));
    return make(institution, person, thread, std::nullopt);
}

audit::EntryId People::keep(db::Tx& tx, const Actor& actor, PreparedPerson& prepared) {
    auto& person = prepared.person;
    if (prepared.on_new_thread) {
        do person.thread_code = crypto::ThreadCode::make().text();
        while (!threads::add(tx, person.thread_id, person.thread_code, person.created_at));
    } else {
        prepared.row.thread_id = person.thread_id = threads::hold(tx, person.thread_id);
    }
    const auto entry = audit_.record(tx, actor, {.action = "person.create",
                                                 .subject = person.id.value(),
                                                 .person = person.id.value(),
                                                 .fields = {std::string(boost::describe::enum_to_string(person.identity, ""))}});
    vault_.keep(tx, prepared.subject);
    store::add(tx, actor.institution, prepared.row, entry);
    store::add_keys(tx, actor.institution, person.id, prepared.keys, person.created_at);
    store::add_sounds(tx, actor.institution, prepared.sounds, person.created_at);
    store::add_network_keys(tx, actor.institution, person.id, prepared.network_keys);
    return entry;
}

Result<Person> People::create(const Actor& actor, const NewPerson& given) {
    HEBRA_TRY(auto prepared, prepare(actor.institution, given, actor.once));
    using Made = access::MadeOrFirst<Person>;
    HEBRA_TRY(auto made, database_.write([&](db::Tx& tx) -> Result<Made> {
        HEBRA_TRY(const auto first, access::claim_once(tx, actor, prepared.person.id.text(), prepared.person.created_at));
        if (first) return Made(*first);
        keep(tx, actor, prepared);
        return Made(prepared.person);
    }));
    if (auto* person = std::get_if<Person>(&made)) return std::move(*person);
    const auto id = PersonId::parse(std::get<std::string>(made)).value();
    HEBRA_TRY(auto person, open(actor, id));
    person.return_code = return_code_again(actor, id);
    return person;
}

std::optional<std::string> People::return_code_again(const Actor& actor, PersonId id) {
    if (!actor.once) return std::nullopt;
    return database_.read([&](db::Reader& reader) -> std::optional<std::string> {
        const auto keys = vault_.institution(reader, actor.institution);
        auto code = return_code_of(*actor.once, id, *keys);
        const std::array key = {return_code_key(code, keys->blind)};
        const auto its = store::with_any_key(reader, actor.institution, KeyKind::return_code, key, 1);
        if (its != std::vector{id}) return std::nullopt;
        return code;
    });
}

Result<Person> People::open(const Actor& actor, PersonId id) {
    HEBRA_TRY(auto person, database_.read([&](db::Reader& reader) { return opened(reader, actor.institution, id); }));
    audit_.record_view(database_, actor, {.action = "person.view", .subject = id.value(), .person = id.value()});
    return person;
}

Result<Person> People::change(const Actor& actor, PersonId id, const PersonChange& change, int seen) {
    struct Before {
        Person person;
        access::Sealing sealing;
        std::shared_ptr<const access::InstitutionKeys> keys;
        bool done;  ///< under the same key, earlier
    };
    HEBRA_TRY(auto before, database_.read([&](db::Reader& reader) -> Result<Before> {
        HEBRA_TRY(const auto row, store::find(reader, actor.institution, id));
        HEBRA_TRY(auto sealing, sealing_of(reader, actor.institution, id));
        HEBRA_TRY(const auto twice, access::claimed_before(reader, actor));
        auto person = open_row(row, sealing);
        return Before{std::move(person), std::move(sealing), vault_.institution(reader, actor.institution), twice.has_value()};
    }));
    auto& person = before.person;
    if (before.done) return open(actor, id);
    if (person.version != seen) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);

    std::vector<std::string> fields;
    apply(change, static_cast<Identity&>(person), fields);
    apply(change, static_cast<Declared&>(person), fields);
    if (!change.safe_contact.is_left()) {
        change.safe_contact.apply_to(person.safe_contact);
        fields.emplace_back("safe_contact");
    }
    if (change.identity) {
        person.identity = *change.identity;
        fields.emplace_back("identity");
    }
    const bool is_given = !change.safe_contact.is_left() && person.safe_contact;
    auto faults = is_given ? faults_of(*person.safe_contact, clock_.now()) : std::vector<FieldError>();
    HEBRA_CHECK(check(person.identity, person, today(), std::move(faults)));
    const auto row = sealed_row(person, before.sealing);
    const auto blind_keys = keys_of(person, std::nullopt, before.keys->blind);
    const auto sounds = sounds_.unheard(actor.institution, sounds_of(person, before.keys->blind));
    const auto network_keys = network_keys_of(person, vault_.network());
    const Time now = clock_.now();

    person.version = seen + 1;
    using Made = access::MadeOrFirst<Person>;
    HEBRA_TRY(auto made, database_.write([&](db::Tx& tx) -> Result<Made> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        if (twice) return Made(*twice);
        const auto entry = audit_.record(
            tx, actor, {.action = "person.change", .subject = id.value(), .person = id.value(), .fields = fields});
        if (!store::save(tx, actor.institution, row, seen, now, entry))
            return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        store::remove_keys(tx, id, true);
        store::add_keys(tx, actor.institution, id, blind_keys, now);
        store::add_sounds(tx, actor.institution, sounds, now);
        store::add_network_keys(tx, actor.institution, id, network_keys);
        return Made(person);
    }));
    if (std::holds_alternative<std::string>(made)) return open(actor, id);
    return std::get<Person>(std::move(made));
}

}  // namespace hebra::people
