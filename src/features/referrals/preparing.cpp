// The first half of a move: read, check, seal. No effect.
#include <algorithm>

#include "core/people/store.hpp"
#include "features/referrals/api.hpp"
#include "features/referrals/move.hpp"
#include "features/referrals/words.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/json/json.hpp"
#include "platform/json/own.hpp"

namespace hebra::referrals {
namespace {

constexpr auto k_package_read_for = std::chrono::days(365);  // a disclosure ends by itself

Package package_of(const access::Sealing& key, ReferralId id, const store::PackageRow& row) {
    return json::read_own<Package>(key.open("referral_package.content", id.value(), row.content));
}

/// Whether the origin is asked for something by it.
bool asks_origin(const Move& move) {
    return move.action == Action::no_show || (!move.clock.kind.empty() && move.clock.accountable == k_origin);
}

std::vector<std::string> split(const std::string& joined) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start < joined.size();) {
        const auto end = std::min(joined.find(',', start), joined.size());
        parts.push_back(joined.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

}  // namespace

Result<> Mover::read(db::Reader& reader) {
    HEBRA_TRY(seen_, referrals_.see(reader, actor_, id_));
    seen_.sides |= extra_;
    const auto& row = seen_.row;
    if (seen_.viewer == Viewer::origin) {
        HEBRA_TRY(person_, ground_.people.opened(reader, row.origin_id, row.origin_person_id));
        HEBRA_TRY(content_, referrals_.content_of(reader, row));
    }
    if (row.package_version > 0) {
        if (auto key = referrals_.package_key(reader, row, seen_.viewer == Viewer::destination ? actor_.institution : row.origin_id)) {
            // Whoever receives reads it while its basis holds: nothing of it is copied to a row of theirs afterwards.
            const bool may_read = seen_.viewer != Viewer::destination || disclosure::in_force(reader, id_.text(), now_);
            const auto package = may_read ? store::newest_package(reader, id_) : std::nullopt;
            if (package) package_ = package_of(*key, id_, *package);
            key_ = *std::move(key);
        }
    } else if (seen_.viewer == Viewer::origin) {
        // Nothing travelled: what is said of it is the origin's alone, under its person's own key.
        HEBRA_TRY(key_, ground_.vault.subject(reader, row.origin_id, row.origin_person_id.value()));
    }
    if (request_.asked) known_since_ = referrals_.known_since(reader, row);
    if (request_.action == Action::close_unasked && seen_.viewer == Viewer::origin) tries_apart_ = referrals_.tries_apart(reader, row);
    booked_ = store::booked_of(reader, id_);
    if (request_.action == Action::reply) read_question(reader);
    if (request_.slot_id) HEBRA_CHECK(read_slot(reader));
    if (request_.action != Action::accept) return {};
    if (!request_.person_id) {
        read_receiver(reader);
        return {};
    }
    HEBRA_TRY(const auto own, people::store::find(reader, actor_.institution, *request_.person_id));
    receiver_id_ = own.id;
    receiver_thread_ = own.thread_id;
    return {};
}

/// What the other side asked last: the answer is read beside it.
void Mover::read_question(db::Reader& reader) {
    if (!key_) return;
    for (const auto& made : store::moves_of(reader, id_))
        if (made.action == Action::ask && made.details)
            asked_ = json::read_own<MoveDetails>(key_->open("referral_move.details", id_.value(), *made.details)).questions;
}

/// Whoever accepts may know the person already: by this referral, or by another one on the same thread.
void Mover::read_receiver(db::Reader& reader) {
    const auto& row = seen_.row;
    const auto own = row.destination_person_id ? row.destination_person_id
                                               : people::store::find_by_thread_code(reader, actor_.institution, row.thread_code);
    if (!own) return;
    receiver_was_erased_ = !ground_.vault.subject(reader, actor_.institution, own->value());
    if (!receiver_was_erased_) receiver_id_ = own;
}

Result<> Mover::prepare() {
    HEBRA_CHECK(ground_.database.read([&](db::Reader& reader) { return read(reader); }));
    const auto& row = seen_.row;
    if (request_.version != row.version) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    HEBRA_TRY(move_, find_move(row.kind, row.status, request_.action, seen_.sides));
    if (asks_origin(*move_) || answer_of(request_.action) != nullptr) sender_ = referrals_.sender_of(row);
    HEBRA_CHECK(check_tries());
    HEBRA_CHECK(check_request(request_, {.urgency = row.urgency, .sent_at = row.sent_at, .now = now_, .today = referrals_.today(),
                                         .known_since = known_since_, .tries = tries_apart_, .by_person = (seen_.sides & k_person) != 0}));
    if (request_.service_id && !ground_.service_of(*request_.service_id)) return refuse_field("/service_id", words::k_unknown_service);
    if (request_.action == Action::confirm_first_contact && !request_.at) request_.at = now_;
    if (request_.action == Action::send) HEBRA_CHECK(prepare_sending());
    if (request_.action == Action::send || request_.action == Action::give) HEBRA_CHECK(prepare_followed());
    if (request_.action == Action::give) HEBRA_CHECK(prepare_telling());
    if (request_.action == Action::reply) HEBRA_CHECK(prepare_reply());
    if (request_.action == Action::accept) HEBRA_CHECK(prepare_receiver());
    if (request_.action == Action::contest) {
        coordinator_ = referrals_.coordinator_between(row);
        if (!coordinator_) return refuse(Refused::conflict, words::k_nobody_decides);
    }
    if (key_) details_ = key_->seal("referral_move.details", id_.value(), json::write(static_cast<const MoveDetails&>(request_)));
    return {};
}

/// What travels is agreed between the two, not by way of others: whoever is tied through a third may know that the other
/// exists, and gives the person the information.
Result<int> Mover::agreed_limit(InstitutionId destination) const {
    if (destination == actor_.institution) return disclosure::k_highest_class;
    const auto agreement = ground_.institutions.agreement_between(actor_.institution, destination);
    if (!agreement) return refuse_field("/service_id", words::k_outside_network);
    return agreement->class_limit;
}

Result<> Mover::check_sending(const Content& content, const directory::Service& service,
                              const institutions::Institution& destination) {
    HEBRA_CHECK(check_content(content, *person_, actor_.may(k_referral_supervise)));
    const auto own = ground_.institutions.find(actor_.institution);
    if (!own) return not_found();
    HEBRA_CHECK(disclosure::check(content.basis, {.from = own->legal_nature,
                                                  .to = destination.legal_nature,
                                                  .age = people::age(*person_, referrals_.today()),
                                                  .today = referrals_.today()}));
    const auto alike = ground_.database.read([&](db::Reader& reader) { return referrals_.similar(reader, seen_.row); });
    if (!referrals_.unmet(service, people::age(*person_, referrals_.today()), person_->comuna).empty() && !content.pertinence_reason)
        return refuse_field("/content/pertinence_reason", words::k_criteria_unmet);
    if (!alike.empty() && !content.redundancy_reason)
        return refuse_field("/content/redundancy_reason", words::k_similar_open);
    return {};
}

Result<> Mover::prepare_sending() {
    const auto& row = seen_.row;
    const auto service = ground_.service_of(row.service_id);
    if (!service || !row.destination_id) return refuse_field("/service_id", words::k_unknown_service);
    HEBRA_TRY(const auto destination, ground_.institutions.find(*row.destination_id));
    HEBRA_CHECK(check_sending(*content_, *service, destination));
    HEBRA_TRY(const int class_limit, agreed_limit(destination.id));
    package_ = referrals_.packed(row, *service, *person_, *content_);
    if (content_->restricted) {
        const auto reader = referrals_.reader_of(row, *content_);
        if (!reader) return refuse_field("/content/restricted/recipient_email", words::k_reader_unknown);
        address_restricted(*package_, *reader);
        restricted_reader_ = reader;
    }
    HEBRA_CHECK(check_agreed(*content_, classes_of(*package_), class_limit));
    beyond_agreement_ = disclosure::classes_text(beyond(classes_of(*package_), class_limit));
    const auto [own_keys, their_keys] = ground_.database.read([&](db::Reader& reader) {
        return std::pair(ground_.vault.institution(reader, row.origin_id), ground_.vault.institution(reader, *row.destination_id));
    });
    auto subject = ground_.vault.new_subject(*own_keys, row.origin_id, id_.value());
    key_ = subject.sealing;
    freeze(*package_, *key_);
    if (*row.destination_id != row.origin_id) freight_->keys.push_back(ground_.vault.share(subject, *their_keys, *row.destination_id));
    freight_->keys.push_back(std::move(subject));
    disclose(*content_, *package_, destination.id.text());
    return {};
}

/// What was returned, or still waits in a list, goes on by this one: both are moved together.
Result<> Mover::prepare_followed() {
    const auto& row = seen_.row;
    if (!row.follows_id) return {};
    const auto earlier = ground_.database.read([&](db::Reader& reader) { return store::find(reader, actor_.institution, *row.follows_id); });
    if (!earlier) return {};
    if (goes_on(earlier->status)) return refuse(Refused::conflict, words::k_followed_goes_on);
    if (!may_be_left(earlier->status)) return {};
    unkeyed_ = actor_;
    unkeyed_.once.reset();
    MoveRequest redirect;
    redirect.action = Action::redirect;
    redirect.version = earlier->version;
    redirect.service_id = row.service_id;
    redirect_ = std::make_unique<Mover>(referrals_, unkeyed_, *row.follows_id, redirect);
    return redirect_->prepare();
}

/// What the person is told is what the directory says now: later it can be read, whatever became of the row.
Result<> Mover::prepare_telling() {
    const auto service = ground_.service_of(seen_.row.service_id);
    if (!service) return refuse_field("/service_id", words::k_unknown_service);
    told_ = json::write(telling_of(*service, now_, [this](UserId id) {
        const auto memberships = ground_.users.memberships(id);
        return std::ranges::count(memberships, actor_.institution, &access::Membership::institution_id) > 0;
    }));
    return {};
}

void Mover::freeze(const Package& package, const access::Sealing& sealing) {
    const auto text = json::write(package);
    freight_.emplace();
    freight_->package = {package.version, sealing.seal("referral_package.content", id_.value(), text), crypto::hash(bytes_of(text)), now_};
    freight_->fields = split(fields_of(package));
}

void Mover::disclose(const Content& content, const Package& package, const std::string& recipient) {
    const auto& row = seen_.row;
    const auto classes = disclosure::classes_text(classes_of(package));
    if (content.basis.consent) {
        const auto& consent = *content.basis.consent;
        freight_->directive = disclosure::Directive{.id = disclosure::DirectiveId::make(now_),
                                                    .person_id = row.origin_person_id,
                                                    .recipient = recipient,
                                                    .purpose = "referral",
                                                    .classes = classes,
                                                    .giver = consent.giver,
                                                    .method = consent.method,
                                                    .child_assent = consent.child_assent,
                                                    .valid_until = consent.valid_until,
                                                    .text_version = consent.text_version,
                                                    .given_at = now_,
                                                    .withdrawn_at = {},
                                                    .version = 1};
    }
    // The last day counts whole, as its people count it: to midnight in Chile.
    const auto end_of = [](Date day) { return calendar::instant(calendar::Zone::santiago(), Date(std::chrono::sys_days(day) + std::chrono::days(1)), {}); };
    const auto expires = content.basis.consent ? end_of(content.basis.consent->valid_until) : now_ + k_package_read_for;
    freight_->disclosure = disclosure::Disclosure{.id = disclosure::DisclosureId::make(now_),
                                                  .person_id = row.origin_person_id,
                                                  .recipient_id = row.destination_id,
                                                  .subject_id = id_.text(),
                                                  .basis = content.basis.kind,
                                                  .directive_id = freight_->directive ? std::optional(freight_->directive->id) : std::nullopt,
                                                  .classes = classes,
                                                  .fields = fields_of(package),
                                                  .beyond_agreement = beyond_agreement_,
                                                  .package_version = package.version,
                                                  .package_hash = freight_->package.hash,
                                                  .disclosed_at = now_,
                                                  .expires_at = expires,
                                                  .revoked_at = {}};
}

Result<> Mover::prepare_reply() {
    if (!key_ || !package_) return refuse(Refused::conflict, words::k_package_closed);
    const auto sent = ground_.database.read([&](db::Reader& reader) { return disclosure::in_force(reader, id_.text(), now_); });
    if (!sent) return refuse(Refused::conflict, words::k_package_closed);
    package_->version += 1;
    package_->frozen_at = now_;
    package_->additions.push_back({now_, *request_.text, asked_});
    freeze(*package_, *key_);
    beyond_agreement_ = disclosure::classes_text(content_->beyond_agreement.value_or(std::vector<int>{}));
    disclose(*content_, *package_, seen_.row.destination_id ? seen_.row.destination_id->text() : "");
    freight_->directive.reset();  // the consent given at sending covers the answer; its classes did not change
    freight_->disclosure->directive_id = sent->directive_id;
    return {};
}

Result<> Mover::prepare_receiver() {
    if (!key_ || !package_) return refuse(Refused::conflict, words::k_package_closed);
    if (receiver_id_ || !seen_.row.destination_id) return {};
    people::NewPerson person;
    static_cast<people::Identity&>(person) = package_->identity;
    person.safe_contact = package_->safe_contact;
    const bool named = person.given_names || person.first_surname || person.run || person.document;
    if (!named && !package_->called.empty()) person.alias = package_->called;
    if (!person.birth_date && package_->age) {
        if (const auto age = people::Age::from_number(*package_->age)) person.age_stated = *age;
    }
    person.identity = named            ? people::IdentityLevel::identified
                      : person.alias   ? people::IdentityLevel::pseudonymous
                                       : people::IdentityLevel::anonymous;
    const auto thread = receiver_was_erased_ ? std::nullopt : std::optional(seen_.row.thread_id);
    HEBRA_TRY(receiver_, ground_.people.prepare_received(actor_.institution, person, thread));
    receiver_id_ = receiver_->person.id;
    return {};
}

}  // namespace hebra::referrals
