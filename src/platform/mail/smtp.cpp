#include "platform/mail/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <stdexcept>

namespace hebra::mail {
namespace {

constexpr int k_go_ahead = 354;  // the server's answer to DATA: it waits for the letter

void start_curl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::runtime_error("libcurl cannot start");
}

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

/// Text on its way up.
struct Upload {
    std::string_view left;
    bool is_whole = false;  ///< the end was handed over: the server may take it
};

std::size_t read_upload(char* to, std::size_t size, std::size_t count, void* from) {
    auto& upload = *static_cast<Upload*>(from);
    const auto piece = std::min(size * count, upload.left.size());
    std::copy_n(upload.left.data(), piece, to);
    upload.left.remove_prefix(piece);
    upload.is_whole = piece == 0;
    return piece;
}

std::size_t drop(char*, std::size_t size, std::size_t count, void*) { return size * count; }

int progress(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::atomic<bool>*>(stopping)->load() ? 1 : 0;
}

/// Replies that speak of how we came, not of the letter (RFC 4954, RFC 3207): after the setting is mended it will do.
bool is_about_us(int code) { return code == 530 || code == 534 || code == 535 || code == 538 || code == 454; }

Delivery delivery_of(CURLcode result, int code, bool is_whole) {
    if (result == CURLE_OK) return {Outcome::sent, code};
    if (is_whole && code == k_go_ahead) return {Outcome::unknown, code};
    const bool spoke_of_it = (result == CURLE_SEND_ERROR || result == CURLE_WEIRD_SERVER_REPLY || result == CURLE_RECV_ERROR) &&
                             code >= 400 && !is_about_us(code);
    if (spoke_of_it && code >= 500) return {Outcome::refused, code};
    return {Outcome::postponed, code, spoke_of_it};
}

class Smtp final : public Postman {
  public:
    Smtp(SmtpSettings settings, std::string url) : settings_(std::move(settings)), url_(std::move(url)), curl_(curl_easy_init()) {
        if (!curl_) throw std::runtime_error("libcurl gives no handle");
    }

    Delivery deliver(const Letter& letter, const Uuid& id, Time at) override;
    void stop() override { stopping_ = true; }

  private:
    void set_up();

    const SmtpSettings settings_;
    const std::string url_;
    std::unique_ptr<CURL, FreeHandle> curl_;
    std::atomic<bool> stopping_ = false;
};

void Smtp::set_up() {
    CURL* curl = curl_.get();
    curl_easy_reset(curl);  // keeps the connection
    curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings_.timeout.count()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.timeout.count() / 2));
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(settings_.tls == Tls::required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.ca_file.c_str());
    if (!settings_.password.empty()) curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.reveal().c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);  // curl would print what the server says
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stopping_);
}

Delivery Smtp::deliver(const Letter& letter, const Uuid& id, Time at) {
    if (stopping_) return {Outcome::postponed, 0, false};
    const auto text = wire_text(letter, settings_.from, id, at);
    const auto from = "<" + settings_.from + ">";
    const auto to = "<" + letter.to.reveal() + ">";
    const std::unique_ptr<curl_slist, FreeList> recipients(curl_slist_append(nullptr, to.c_str()));
    Upload upload{text};
    set_up();
    CURL* curl = curl_.get();
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_upload);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    const auto result = curl_easy_perform(curl);
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return delivery_of(result, static_cast<int>(code), upload.is_whole);
}

/// The URL with what we say at EHLO as its path: the sender's domain, never this machine's name.
Result<std::string> full_url(const SmtpSettings& settings) {
    const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
    const auto bad = [] { return refuse(Refused::invalid, words::k_bad_smtp_url); };
    if (curl_url_set(url.get(), CURLUPART_URL, settings.url.c_str(), 0) != CURLUE_OK) return bad();
    const auto part = [&](CURLUPart which) -> std::string {
        char* text = nullptr;
        if (curl_url_get(url.get(), which, &text, 0) != CURLUE_OK) return {};
        std::string copy = text;
        curl_free(text);
        return copy;
    };
    const auto scheme = part(CURLUPART_SCHEME);
    const auto path = part(CURLUPART_PATH);
    if ((scheme != "smtp" && scheme != "smtps") || (path != "/" && !path.empty()) || !part(CURLUPART_PASSWORD).empty()) return bad();
    const auto hello = "/" + std::string(domain_of(settings.from));
    if (curl_url_set(url.get(), CURLUPART_PATH, hello.c_str(), 0) != CURLUE_OK) return bad();
    return part(CURLUPART_URL);
}

}  // namespace

Result<std::unique_ptr<Postman>> open_smtp(const SmtpSettings& settings) {
    start_curl();
    if (!is_address(settings.from)) return refuse(Refused::invalid, words::k_bad_sender);
    HEBRA_TRY(auto url, full_url(settings));
    return std::make_unique<Smtp>(settings, std::move(url));
}

}  // namespace hebra::mail
