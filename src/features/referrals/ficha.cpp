#include "features/referrals/ficha.hpp"

#include <algorithm>

#include "core/disclosure/disclosure.hpp"
#include "features/referrals/referrals.hpp"
#include "features/referrals/told.hpp"
#include "features/referrals/words.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::referrals {
namespace {

struct Say {
    std::string_view es, en;
    std::string in(Language language) const { return std::string(language == Language::en ? en : es); }
};

constexpr Say k_urgencies[] = {{"Habitual", "Routine"}, {"Prioritaria", "Priority"}, {"URGENTE", "URGENT"}};

}  // namespace

pdf::Sheet ficha_of(const Opened& referral, const Printing& printing) {
    const auto language = printing.language;
    const auto& package = *referral.package;
    pdf::Sheet sheet{
        .title = fmt::format("{} {}", Say{"Ficha de derivación", "Referral form"}.in(language), package.thread_code),
        .producer = printing.by_institution,
        .at = printing.at,
        .heading = fmt::format("{} {}", package.from_institution, Say{"pide recibir a una persona", "asks to receive a person"}.in(language)),
        .subheading = fmt::format("{}: {} · {} · {} {}", Say{"Para", "For"}.in(language), package.to_service,
                                  k_urgencies[static_cast<std::size_t>(package.urgency)].in(language),
                                  Say{"enviada el", "sent on"}.in(language), dated(referral.sent_at.value_or(package.frozen_at))),
        .first = three_lines(package, language),
        .sections = {},
        .foot_code = fmt::format("{} · {} {}", package.thread_code, Say{"versión", "version"}.in(language), package.version),
        .foot_proof = fmt::format("{} {} · {} {}", Say{"Huella", "Fingerprint"}.in(language), referral.package_hash.value_or("").substr(0, 16),
                                  Say{"Verificación", "Verification"}.in(language), printing.verification),
        .mark = {}};
    const auto add = [&](Say title, std::vector<pdf::Field> fields) {
        if (!fields.empty()) sheet.sections.push_back({title.in(language), std::move(fields)});
    };
    auto contact = contact_fields(package, language);
    contact.insert(contact.begin(), age_field(package, language));
    add({"Contacto seguro, nombre y edad", "Safe contact, name and age"}, std::move(contact));
    add({"Lo que la persona quiere", "What the person wants"}, wish_fields(package, language));
    add({"Lo que ya se hizo", "What was already done"}, background_fields(package, language));
    add({"Respuestas agregadas", "Answers added"}, addition_fields(package, language));
    auto health = health_fields(package);
    if (!health.empty())
        sheet.mark = fmt::format("{} {} · {} · {}", Say{"Copia de", "Copy of"}.in(language), printing.by_institution, dated(printing.at),
                                 Say{"contiene datos de salud", "holds health data"}.in(language));
    add({"Salud", "Health"}, std::move(health));
    add({"Reservado", "Restricted"}, restricted_fields(package, language));
    // The service, the code and the fingerprint are at the head and the foot.
    add({"Qué viajó y con qué permiso", "What travelled, and by what right"}, travel_fields(package, language));
    return sheet;
}

Result<Printed> Referrals::print(const Actor& actor, ReferralId id, Language language) {
    HEBRA_TRY(const auto referral, open(actor, id));
    if (!referral.package) return refuse(Refused::conflict, words::k_package_closed);
    const auto own = ground_.institutions.find(actor.institution);
    const Time now = ground_.clock.now();
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto row, store::find(tx, actor.institution, id));
        const auto classes = disclosure::classes_text(classes_of(*referral.package));
        const audit::Act act{.action = "referral.print",
                             .subject = id.value(),
                             .person = row.origin_person_id.value(),
                             .fields = {"classes=" + classes, fmt::format("version={}", referral.package->version)}};
        ground_.audit.record_in(tx, row.origin_id, actor, act);
        if (actor.institution != row.origin_id) {
            auto theirs = act;
            theirs.person = row.destination_person_id ? std::optional(row.destination_person_id->value()) : std::nullopt;
            ground_.audit.record(tx, actor, theirs);
        }
        return {};
    }));
    // Of the frozen content, under a key nobody outside has: a printed code cannot be made up.
    const auto mac = to_hex(crypto::mac(ground_.vault.requests(),
                                        bytes_of(fmt::format("ficha:{}:{}", id.text(), referral.package_hash.value_or("")))));
    std::string code = mac.substr(0, 4) + "-" + mac.substr(4, 4) + "-" + mac.substr(8, 4);
    std::ranges::transform(code, code.begin(), [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return Printed{referral.thread_code, pdf::write(ficha_of(referral, {.by_institution = own ? own->name : "",
                                                                        .at = now,
                                                                        .verification = std::move(code),
                                                                        .language = language}))};
}

}  // namespace hebra::referrals
