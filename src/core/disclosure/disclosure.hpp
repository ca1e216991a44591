// What a person allowed and what left: directives, disclosures, and their withdrawal.
#pragma once
#include <span>

#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "core/disclosure/basis.hpp"
#include "core/people/ids.hpp"
#include "platform/db/database.hpp"

namespace hebra::disclosure {

using DirectiveId = Id<struct DirectiveTag>;
using DisclosureId = Id<struct DisclosureTag>;

/// A consent as it stands. `recipient` names an institution, or a service of the directory when it has no account.
struct Directive {
    DirectiveId id;
    PersonId person_id;
    std::string recipient;
    std::string purpose;
    std::string classes;  ///< "0,1,2"
    Giver giver;
    Method method;
    ChildAssent child_assent;
    Date valid_until;
    std::string text_version;
    Time given_at;
    std::optional<Time> withdrawn_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Directive, (), (id, person_id, recipient, purpose, classes, giver, method, child_assent, valid_until,
                                      text_version, given_at, withdrawn_at, version))

/// One time that data left. By which article and why, when it was not by consent, is part of the sealed content it came from.
struct Disclosure {
    DisclosureId id;
    PersonId person_id;
    std::optional<InstitutionId> recipient_id;
    std::string subject_id;
    BasisKind basis;
    std::optional<DirectiveId> directive_id;
    std::string classes;
    std::string fields;
    std::string beyond_agreement;  ///< "1,2": classes above what the two institutions agreed, marked by hand for this one
    int package_version;
    Bytes package_hash;
    Time disclosed_at;
    Time expires_at;
    std::optional<Time> revoked_at;
};
BOOST_DESCRIBE_STRUCT(Disclosure, (), (id, person_id, recipient_id, subject_id, basis, directive_id, classes, fields, beyond_agreement,
                                       package_version, package_hash, disclosed_at, expires_at, revoked_at))

/// "0,1,2" of sorted classes.
std::string classes_text(std::vector<int> classes);

void add_directive(db::Tx& tx, InstitutionId institution, const Directive& directive, audit::EntryId audit_id);
std::vector<Directive> directives(db::Reader& reader, InstitutionId institution, PersonId person);
/// Whose consent an institution keeps under this id; of one that it does not, nullopt.
std::optional<PersonId> person_of(db::Reader& reader, InstitutionId institution, DirectiveId id);
/// False when it was withdrawn already, or is not this institution's.
bool withdraw(db::Tx& tx, InstitutionId institution, DirectiveId id, Time now, audit::EntryId audit_id);

void add_disclosure(db::Tx& tx, InstitutionId institution, const Disclosure& disclosure, audit::EntryId audit_id);
std::vector<Disclosure> disclosures(db::Reader& reader, InstitutionId institution, PersonId person);
/// The newest disclosure of a subject to a recipient that is neither revoked nor expired.
std::optional<Disclosure> in_force(db::Reader& reader, const std::string& subject_id, Time now);
/// Which of at most 50 subjects have one in force.
std::vector<std::string> those_in_force(db::Reader& reader, std::span<const std::string> subjects, Time now);
/// Ends every disclosure of a subject: access stops at once.
void revoke(db::Tx& tx, const std::string& subject_id, Time now);
/// Ends whatever this institution disclosed about somebody and is still in force: they were erased. @return how many
std::int64_t revoke_all_of(db::Tx& tx, InstitutionId institution, PersonId person, Time now);
/// Subjects disclosed on the strength of a directive and still open to their recipients.
std::vector<std::string> subjects_of(db::Reader& reader, InstitutionId institution, DirectiveId directive);

extern const audit::Anchor k_directive_anchor;
extern const audit::Anchor k_disclosure_anchor;

}  // namespace hebra::disclosure
