#include "core/disclosure/basis.hpp"

namespace hebra::disclosure {
namespace {

using institutions::LegalNature;

constexpr int k_adult = 18;
constexpr auto k_consent_at_most = std::chrono::days(2 * 366);
constexpr int k_consents_alone = 14;  // Ley 21.719 art. 16 quáter; sensitive data from 16: a setting once a lawyer says so

class Errors {
  public:
    void add(const char* pointer, const Word& word) { errors_.push_back({pointer, word}); }
    Result<> result() && {
        if (errors_.empty()) return {};
        return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors_)});
    }

  private:
    std::vector<FieldError> errors_;
};

void check_consent(Errors& errors, const Consent& consent, const Circumstances& at) {
    const bool minor = !at.age || *at.age < k_adult;
    if (consent.text_version != k_text_version) errors.add("/basis/consent/text_version", words::k_unknown_wording);
    if (std::chrono::sys_days(consent.valid_until) - std::chrono::sys_days(at.today) > k_consent_at_most)
        errors.add("/basis/consent/valid_until", words::k_consent_too_long);
    if (consent.valid_until < at.today) errors.add("/basis/consent/valid_until", words::k_consent_expired);
    if (minor && (consent.child_assent == ChildAssent::not_applicable || consent.child_assent == ChildAssent::not_asked))
        errors.add("/basis/consent/child_assent", words::k_assent_needed);
    if (minor && consent.child_assent == ChildAssent::no) errors.add("/basis/consent/child_assent", words::k_assent_refused);
    if (at.age && *at.age < k_consents_alone && consent.giver == Giver::person)
        errors.add("/basis/consent/giver", words::k_guardian_needed);
}

}  // namespace

Result<> check(const Basis& basis, const Circumstances& at) {
    Errors errors;
    if (basis.kind == BasisKind::consent) {
        if (!basis.consent) errors.add("/basis/consent", words::k_consent_details);
        else check_consent(errors, *basis.consent, at);
        return std::move(errors).result();
    }
    if (!basis.article || basis.article->empty()) errors.add("/basis/article", words::k_article_needed);
    if (!basis.justification || basis.justification->empty()) errors.add("/basis/justification", words::k_justification_needed);
    if (basis.kind == BasisKind::public_function) {
        const bool from_public = at.from == LegalNature::public_body;
        const bool to_public = at.to == LegalNature::public_body;
        if (from_public && !to_public) errors.add("/basis/kind", words::k_private_needs_consent);
        else if (!from_public || !to_public) errors.add("/basis/kind", words::k_not_public);
    }
    return std::move(errors).result();
}

}  // namespace hebra::disclosure
