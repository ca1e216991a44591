#include "core/disclosure/disclosure.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "platform/db/list.hpp"

namespace hebra::disclosure {

const audit::Anchor k_directive_anchor{"directive", R"sql(
    SELECT r.audit_id
      FROM directive r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

const audit::Anchor k_disclosure_anchor{"disclosure", R"sql(
    SELECT r.audit_id
      FROM disclosure r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

std::string classes_text(std::vector<int> classes) {
    std::ranges::sort(classes);
    const auto [first, last] = std::ranges::unique(classes);
    classes.erase(first, last);
    return fmt::format("{}", fmt::join(classes, ","));
}

void add_directive(db::Tx& tx, InstitutionId institution, const Directive& directive, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO directive (id, institution_id, person_id, recipient, purpose, classes, giver, method, child_assent, valid_until,
                               text_version, given_at, withdrawn_at, version, audit_id)
        VALUES (:id, :institution, :person, :recipient, :purpose, :classes, :giver, :method, :child_assent, :valid_until,
                :text_version, :given_at, NULL, 1, :audit)
    )sql", {db::arg("id", directive.id), db::arg("institution", institution), db::arg("person", directive.person_id),
            db::arg("recipient", directive.recipient), db::arg("purpose", directive.purpose), db::arg("classes", directive.classes),
            db::arg("giver", directive.giver), db::arg("method", directive.method), db::arg("child_assent", directive.child_assent),
            db::arg("valid_until", directive.valid_until), db::arg("text_version", directive.text_version),
            db::arg("given_at", directive.given_at), db::arg("audit", audit_id)});
}

std::vector<Directive> directives(db::Reader& reader, InstitutionId institution, PersonId person) {
    return reader.all<Directive>(R"sql(
        SELECT id, person_id, recipient, purpose, classes, giver, method, child_assent, valid_until, text_version, given_at,
               withdrawn_at, version
          FROM directive
         WHERE institution_id = :institution
           AND person_id = :person
         ORDER BY given_at DESC, id DESC
    )sql", {db::arg("institution", institution), db::arg("person", person)});
}

std::optional<PersonId> person_of(db::Reader& reader, InstitutionId institution, DirectiveId id) {
    return reader.maybe<PersonId>("SELECT person_id FROM directive WHERE id = :id AND institution_id = :institution",
                                  {db::arg("id", id), db::arg("institution", institution)});
}

bool withdraw(db::Tx& tx, InstitutionId institution, DirectiveId id, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE directive
           SET withdrawn_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND institution_id = :institution
           AND withdrawn_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id), db::arg("institution", institution)}) == 1;
}

void add_disclosure(db::Tx& tx, InstitutionId institution, const Disclosure& disclosure, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO disclosure (id, institution_id, person_id, recipient_id, subject_id, basis, directive_id, classes, fields,
                                beyond_agreement, package_version, package_hash, disclosed_at, expires_at, revoked_at, audit_id)
        VALUES (:id, :institution, :person, :recipient, :subject, :basis, :directive, :classes, :fields,
                :beyond, :package_version, :package_hash, :disclosed_at, :expires_at, NULL, :audit)
    )sql", {db::arg("id", disclosure.id), db::arg("institution", institution), db::arg("person", disclosure.person_id),
            db::arg("recipient", disclosure.recipient_id), db::arg("subject", disclosure.subject_id),
            db::arg("basis", disclosure.basis), db::arg("directive", disclosure.directive_id),
            db::arg("classes", disclosure.classes), db::arg("fields", disclosure.fields),
            db::arg("beyond", disclosure.beyond_agreement), db::arg("package_version", disclosure.package_version), db::arg("package_hash", disclosure.package_hash),
            db::arg("disclosed_at", disclosure.disclosed_at), db::arg("expires_at", disclosure.expires_at),
            db::arg("audit", audit_id)});
}

std::vector<Disclosure> disclosures(db::Reader& reader, InstitutionId institution, PersonId person) {
    return reader.all<Disclosure>(R"sql(
        SELECT id, person_id, recipient_id, subject_id, basis, directive_id, classes, fields, beyond_agreement,
               package_version, package_hash, disclosed_at, expires_at, revoked_at
          FROM disclosure
         WHERE institution_id = :institution
           AND person_id = :person
         ORDER BY disclosed_at DESC, package_version DESC, id DESC
    )sql", {db::arg("institution", institution), db::arg("person", person)});
}

std::optional<Disclosure> in_force(db::Reader& reader, const std::string& subject_id, Time now) {
    return reader.maybe<Disclosure>(R"sql(
        SELECT id, person_id, recipient_id, subject_id, basis, directive_id, classes, fields, beyond_agreement,
               package_version, package_hash, disclosed_at, expires_at, revoked_at
          FROM disclosure
         WHERE subject_id = :subject
           AND revoked_at IS NULL
           AND expires_at > :now
         ORDER BY package_version DESC
         LIMIT 1
    )sql", {db::arg("subject", subject_id), db::arg("now", now)});
}

std::vector<std::string> those_in_force(db::Reader& reader, std::span<const std::string> subjects, Time now) {
    if (subjects.empty()) return {};
    std::vector<db::Arg> args = {db::arg("now", now)};
    db::add_list(args, subjects);
    return reader.all<std::string>(R"sql(
        SELECT DISTINCT subject_id
          FROM disclosure
         WHERE subject_id IN (:l0, :l1, :l2, :l3, :l4, :l5, :l6, :l7, :l8, :l9, :l10, :l11, :l12, :l13, :l14, :l15, :l16,
                              :l17, :l18, :l19, :l20, :l21, :l22, :l23, :l24, :l25, :l26, :l27, :l28, :l29, :l30, :l31,
                              :l32, :l33, :l34, :l35, :l36, :l37, :l38, :l39, :l40, :l41, :l42, :l43, :l44, :l45, :l46,
                              :l47, :l48, :l49)
           AND revoked_at IS NULL
           AND expires_at > :now
    )sql", args);
}

void revoke(db::Tx& tx, const std::string& subject_id, Time now) {
    tx.add("UPDATE disclosure SET revoked_at = :now WHERE subject_id = :subject AND revoked_at IS NULL",
           {db::arg("now", now), db::arg("subject", subject_id)});
}

std::int64_t revoke_all_of(db::Tx& tx, InstitutionId institution, PersonId person, Time now) {
    return tx.run(R"sql(
        UPDATE disclosure
           SET revoked_at = :now
         WHERE institution_id = :institution
           AND person_id = :person
           AND revoked_at IS NULL
           AND expires_at > :now
    )sql", {db::arg("now", now), db::arg("institution", institution), db::arg("person", person)});
}

std::vector<std::string> subjects_of(db::Reader& reader, InstitutionId institution, DirectiveId directive) {
    return reader.all<std::string>(R"sql(
        SELECT DISTINCT subject_id
          FROM disclosure
         WHERE institution_id = :institution
           AND directive_id = :directive
           AND revoked_at IS NULL
         ORDER BY subject_id
    )sql", {db::arg("institution", institution), db::arg("directive", directive)});
}

}  // namespace hebra::disclosure
