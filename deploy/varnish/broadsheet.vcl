# Varnish in front of Broadsheet: copy to /etc/varnish/default.vcl. Needs varnish-modules, for xkey.
#
# It keeps what Broadsheet asks it to keep (BROADSHEET_CDN=varnish://127.0.0.1:6081) until Broadsheet purges it.
vcl 4.1;

import std;
import xkey;

backend broadsheet {
    .host = "127.0.0.1";
    .port = "8000";
    .connect_timeout = 2s;
    .first_byte_timeout = 60s;
}

# Who may purge: Broadsheet, and nobody else.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Varnish has added the client to X-Forwarded-For: a comma means that somebody sent the request through a
        # server of ours, which stands on this machine and may purge.
        if (client.ip !~ purgers || req.http.X-Forwarded-For ~ ",") {
            return (synth(403, "Forbidden"));
        }
        if (!req.http.xkey-purge) {
            return (synth(400, "What is to be purged?"));
        }
        return (synth(200, "Purged " + xkey.purge(req.http.xkey-purge)));
    }
    # Varnish would connect a method that it does not know straight through.
    if (req.method !~ "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$") {
        return (synth(405, "Method Not Allowed"));
    }

    unset req.http.x-first-try;
    if (req.method !~ "^(GET|HEAD)$" || req.url ~ "^/desk/" || req.http.Authorization
        || req.http.Cookie ~ "(^|; *)(sessionid|messages)=") {
        return (pass);
    }
    # Broadsheet gives audio from the disk, whole or in parts; here it would push the pages out of memory.
    if (req.url ~ "^/media/audio/") {
        return (pass);
    }
    # What other cookies say changes no page.
    unset req.http.Cookie;

    # An old copy does for half a minute while a new one is fetched; after an error (see vcl_synth), for a week.
    if (req.restarts == 0) {
        set req.http.x-first-try = "yes";
        set req.grace = 30s;
    } else {
        set req.grace = 7d;
    }
}

sub vcl_hash {
    # A redirect to HTTPS must not be the answer to HTTPS.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    if (beresp.status >= 500) {
        call look_for_an_old_copy;
        call keep_nothing;
    }
    if (beresp.http.Surrogate-Control ~ "max-age=[0-9]+") {
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=([0-9]+).*$", "\1s"), 0s);
        set beresp.grace = std.duration(
            regsub(beresp.http.Surrogate-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 30s);
    } elsif (beresp.http.Cache-Control !~ "max-age=[1-9]") {
        # Nobody would purge it.
        call keep_nothing;
    }
}

sub keep_nothing {
    set beresp.ttl = 0s;
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    set beresp.uncacheable = true;
    return (deliver);
}

# An error that were delivered would stand before the old copy for a moment: abandoned, it leaves no trace.
sub look_for_an_old_copy {
    if (bereq.is_bgfetch || bereq.http.x-first-try) {
        return (abandon);
    }
}

sub vcl_backend_error {
    call look_for_an_old_copy;
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "30";
    set beresp.body = "The paper cannot be reached just now. Please try again in a minute.";
    return (deliver);
}

sub vcl_synth {
    if (resp.status == 503 && req.http.x-first-try) {
        return (restart);
    }
}

sub vcl_deliver {
    # Between Broadsheet and Varnish. If another CDN stands in front of this Varnish, leave it its own two.
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.Surrogate-Control;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
}
