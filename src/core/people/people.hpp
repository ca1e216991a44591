// The use cases about people that several rooms share: record, open, change, find.
#pragma once
#include <functional>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "core/people/keys.hpp"
#include "core/people/network_budget.hpp"
#include "core/people/sounds.hpp"
#include "core/people/store.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/json/types.hpp"

namespace hebra::people {

/// A PATCH: what is absent stays, null clears.
struct PersonChange {
    std::optional<IdentityLevel> identity;
    json::Change<Name> alias, given_names, first_surname, second_surname, social_name;
    json::Change<BirthDate> birth_date;
    json::Change<Age> age_stated;
    json::Change<chile::Run> run;
    json::Change<chile::ForeignDocument> document;
    json::Change<chile::Phone> phone;
    json::Change<Email> email;
    json::Change<territory::Comuna> comuna;
    json::Change<OwnWords> gender, pueblo, nationality, language, disability, life_stage;
    json::Change<SafeContact> safe_contact;
};
BOOST_DESCRIBE_STRUCT(PersonChange, (), (identity, alias, given_names, first_surname, second_surname, social_name, birth_date,
                                         age_stated, run, document, phone, email, comuna, gender, pueblo, nationality, language,
                                         disability, life_stage, safe_contact))

/// What somebody knows of the person they look for. Never in a URL.
struct PersonQuery {
    std::optional<Private> text = {};  ///< names, in any order
    std::optional<chile::Run> run = {};
    std::optional<chile::ForeignDocument> document = {};
    std::optional<chile::Phone> phone = {};
    std::optional<Email> email = {};
    std::optional<BirthDate> birth_date = {};
    std::optional<std::string> thread_code = {};
    std::optional<std::string> return_code = {};
};
BOOST_DESCRIBE_STRUCT(PersonQuery, (), (text, run, document, phone, email, birth_date, thread_code, return_code))

enum class FoundBy { run, document, phone, email, thread_code, return_code, names, similar_names };
BOOST_DESCRIBE_ENUM(FoundBy, run, document, phone, email, thread_code, return_code, names, similar_names)

/// Somebody who may be the one: masked until opened.
struct PossiblePerson {
    PersonId id;
    Private masked_name;
    std::optional<int> age;
    std::optional<territory::Comuna> comuna;
    std::string thread_code;
    FoundBy reason;
};
BOOST_DESCRIBE_STRUCT(PossiblePerson, (), (id, masked_name, age, comuna, thread_code, reason))

struct FoundPeople {
    std::vector<PossiblePerson> items;
    bool known_to_network;  ///< an institution of one's network knows this RUN or passport: yes or no, nothing else
    std::optional<bool> network_asked = {};  ///< of a search by RUN or passport; false for who asked too often in an hour
};
BOOST_DESCRIBE_STRUCT(FoundPeople, (), (items, known_to_network, network_asked))

namespace words {
inline constexpr Word k_nothing_to_search{"nothing_to_search", "Escriba un nombre, un RUN, un teléfono o un código.",
                                          "Write a name, a RUN, a phone or a code."};
inline constexpr Word k_person_erased{"person_erased", "La persona fue borrada: de ella no queda nada que leer.",
                                      "The person was erased: nothing of them is left to read."};
}  // namespace words

/// A person made ready before the transaction that keeps them.
struct PreparedPerson {
    Person person;
    bool on_new_thread;
    store::Row row;
    access::NewSubject subject;
    std::vector<BlindKey> keys;
    std::vector<std::int64_t> sounds;
    std::vector<Bytes> network_keys;
};

class People {
  public:
    /// Whether two institutions belong to one network: for others, nobody's people exist.
    using InOneNetwork = std::function<bool(InstitutionId, InstitutionId)>;

    People(db::Database& database, access::Vault& vault, audit::Audit& audit, InOneNetwork in_one_network, const Clock& clock)
        : database_(database), vault_(vault), audit_(audit), in_one_network_(std::move(in_one_network)), clock_(clock),
          sounds_(clock) {}

    /// Records a person on a new thread. The same Idempotency-Key gives the same person, as they stand by then, with the same
    /// return code (docs/adr/0009): whoever lost the answer has somebody on the line who needs it. That is a look, and recorded.
    Result<Person> create(const Actor& actor, const NewPerson& person);

    /// Opens a person of one's own institution; the look is recorded before it is returned. `not_found` with `person_erased`
    /// when there was one.
    Result<Person> open(const Actor& actor, PersonId id);

    /// Changes what is named. `stale` when somebody changed it since `seen`. A card that is left as it was is not judged again.
    Result<Person> change(const Actor& actor, PersonId id, const PersonChange& change, int seen);

    /// Up to 20 people who may be the one, best first. Recorded as one entry with keyed terms and the count.
    Result<FoundPeople> search(const Actor& actor, const PersonQuery& query);

    /// A person on a new thread. Refuses what contradicts itself, and a safe-contact card that cannot be used.
    /// @param once of the act that records them, when its answer tells the return code
    Result<PreparedPerson> prepare(InstitutionId institution, const NewPerson& person, const std::optional<Once>& once = {});
    /// A receiver's own row of somebody referred, on their thread, or on a new one. The card that came is as the person gave it:
    /// whoever takes them over does not lose it, nor is stopped by it.
    Result<PreparedPerson> prepare_received(InstitutionId institution, const NewPerson& person, std::optional<ThreadId> thread);
    /// Keeps a prepared person; the entry of their creation. The thread's code is chosen here when the thread is new.
    audit::EntryId keep(db::Tx& tx, const Actor& actor, PreparedPerson& prepared);

    /// For a repeat: the return code that the first time told. None when that act recorded somebody else, or nobody.
    std::optional<std::string> return_code_again(const Actor& actor, PersonId id);

    /// The person as stored, opened with their key, without recording a look: for use cases that record their own.
    Result<Person> opened(db::Reader& reader, InstitutionId institution, PersonId id);

    /// What goes with an erased person besides their keys: all they could be found by. Nothing happens when there is none.
    void erase(db::Tx& tx, InstitutionId institution, PersonId id, Time now, audit::EntryId entry);

  private:
    Result<access::Sealing> sealing_of(db::Reader& reader, InstitutionId institution, PersonId id);
    PreparedPerson make(InstitutionId institution, const NewPerson& given, std::optional<ThreadId> thread,
                        const std::optional<Once>& once);
    Identity open_identity(PersonId id, const Bytes& sealed, const access::Sealing& sealing) const;
    Person open_row(const store::Row& row, const access::Sealing& sealing) const;
    store::Row sealed_row(const Person& person, const access::Sealing& sealing) const;
    Date today() const { return calendar::local_time(calendar::Zone::santiago(), clock_.now()).date; }
    std::vector<PossiblePerson> candidates(db::Reader& reader, const Actor& actor, const PersonQuery& query);

    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    InOneNetwork in_one_network_;
    const Clock& clock_;
    Sounds sounds_;
    NetworkBudget network_budget_;
};

}  // namespace hebra::people
