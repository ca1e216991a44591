// Every SQL statement about institutions.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "core/institutions/agreement.hpp"
#include "core/institutions/institution.hpp"
#include "platform/db/database.hpp"

namespace hebra::institutions::store {

void add(db::Tx& tx, const Institution& institution, Time now, audit::EntryId audit_id);
/// What is said of it; false when somebody changed it since `seen`.
bool save(db::Tx& tx, const Institution& institution, int seen, audit::EntryId audit_id);
Result<Institution> find(db::Reader& reader, InstitutionId id);
/// In the order of their names.
std::vector<Institution> all(db::Reader& reader);

/// Two who give a name at once would not see each other's: who comes second waits here for the first.
void wait_for_other_names(db::Tx& tx);

/// The one that coordinates the network this installation serves.
std::optional<InstitutionId> coordinator(db::Reader& reader);
void save_coordinator(db::Tx& tx, InstitutionId id);

/// False when one between the same two has any of its days: signed for what is signed, proposed for what is proposed.
bool add_agreement(db::Tx& tx, const Agreement& agreement, Time now, audit::EntryId audit_id);
std::vector<Agreement> agreements(db::Reader& reader);
/// Ends it on a day; false when somebody changed it since `seen`.
bool end_agreement(db::Tx& tx, AgreementId id, Date last_day, int seen, audit::EntryId audit_id);

/// Keeps a signature that was lacking; with the last one, ends the pair's earlier agreement the day before. `changed_meanwhile`,
/// `already_agreed`.
Result<> sign_agreement(db::Tx& tx, const Agreement& agreement, int seen, audit::EntryId audit_id);
/// Leaves a proposal without a day; false when somebody changed it since `seen`, or it was signed.
bool decline_agreement(db::Tx& tx, const Agreement& agreement, int seen, audit::EntryId audit_id);

/// Sealed, as they are kept.
struct KeptContactPeople {
    Bytes document;
    int version;
};
BOOST_DESCRIBE_STRUCT(KeptContactPeople, (), (document, version))
std::optional<KeptContactPeople> contact_people(db::Reader& reader, InstitutionId institution);
/// False when somebody changed them since `seen`; 0: none was ever named.
bool save_contact_people(db::Tx& tx, InstitutionId institution, const Bytes& document, int seen, Time now, audit::EntryId audit_id);

extern const audit::Anchor k_anchor;
extern const audit::Anchor k_contact_people_anchor;
extern const audit::Anchor k_agreement_anchor;

}  // namespace hebra::institutions::store
