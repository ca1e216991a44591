#include "features/attention/api.hpp"
#include "features/attention/declared.hpp"
#include "features/attention/routes.hpp"
#include "platform/http/target.hpp"

namespace hebra::attention {
namespace {

struct AttachmentList {
    std::vector<Attachment> items;
};
BOOST_DESCRIBE_STRUCT(AttachmentList, (), (items))

/// The file's name, which is about a person and so travels percent-encoded in a header, never in a URL.
std::string name_of(const http::Call& call) {
    const auto given = call.header("File-Name");
    if (!given) return {};
    const auto target = http::parse_target("/" + std::string(*given));
    return target && !target->segments.empty() ? target->segments.front() : std::string();
}

/// Downloaded, never shown in place: whatever it holds, it does not run here.
http::Response download(const AttachedFile& file) {
    http::Response response{.status = 200};
    response.headers.add("Content-Type", blobs::mime(file.media_type));
    response.headers.add("Content-Disposition", "attachment; filename*=UTF-8''" + http::encode_segment(file.name.reveal()));
    response.headers.add("Content-Security-Policy", "sandbox; default-src 'none'");
    response.headers.add("Cache-Control", "no-store");
    response.body = http::Body(file.content);
    return response;
}

}  // namespace

void add_attachment_routes(http::Router& router, Attachments& attachments) {
    router.post("/api/v1/contacts/{id}/attachments")
        .allow(k_contact_write)
        .summary("Attach a file: its bytes as the body (PNG, JPEG, WebP, PDF or plain text, of at most 10 MB; no form, no JSON), its name "
                 "percent-encoded in File-Name. It must hold what its Content-Type and its name say")
        .body_limit(blobs::k_most)
        .takes_bytes()
        .handle([&attachments](const http::Call& call) -> Result<http::Created<Attachment>> {
            HEBRA_TRY(const auto contact, call.path<ContactId>("id"));
            const auto name = name_of(call);
            HEBRA_CHECK(check_declared(call.header("Content-Type"), name, bytes_of(call.body())));
            HEBRA_TRY(auto attachment, attachments.add(call.actor(), contact, name, bytes_of(call.body())));
            const auto location = "/api/v1/contacts/" + contact.text() + "/attachments/" + attachment.id.text();
            return http::Created<Attachment>{std::move(attachment), location};
        });

    router.get("/api/v1/contacts/{id}/attachments")
        .allow(k_contact_read)
        .summary("The files of a contact")
        .handle([&attachments](const http::Call& call) -> Result<AttachmentList> {
            HEBRA_TRY(const auto contact, call.path<ContactId>("id"));
            HEBRA_TRY(auto items, attachments.of(call.actor(), contact));
            return AttachmentList{std::move(items)};
        });

    router.get("/api/v1/contacts/{id}/attachments/{attachment}")
        .allow(k_contact_read)
        .summary("Download a file; the look is recorded")
        .produces("application/octet-stream")
        .respond([&attachments](const http::Call& call) -> Result<http::Response> {
            HEBRA_TRY(const auto contact, call.path<ContactId>("id"));
            HEBRA_TRY(const auto id, call.path<AttachmentId>("attachment"));
            HEBRA_TRY(const auto file, attachments.open(call.actor(), contact, id));
            return download(file);
        });

    router.remove("/api/v1/contacts/{id}/attachments/{attachment}")
        .allow(k_contact_write)
        .summary("Remove a file that should not be there")
        .handle([&attachments](const http::Call& call) -> Result<> {
            HEBRA_TRY(const auto contact, call.path<ContactId>("id"));
            HEBRA_TRY(const auto id, call.path<AttachmentId>("attachment"));
            return attachments.remove(call.actor(), contact, id);
        });
}

}  // namespace hebra::attention
