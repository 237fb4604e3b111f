"""Files as other lists export them."""

from __future__ import annotations

from io import BytesIO

GHOST = (
    "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\n"
    '1,ada@reader.example,Ada,,true,false,,2021-03-04T10:11:12.000Z,,"fish, ferries",\n'
    '2,ben@reader.example,Ben,"Said:\n""yes""!",false,false,,2020-01-02T03:04:05.000Z,,,\n'
)
MAILCHIMP = (
    '"Email Address","First Name",MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,{more}LAST_CHANGED,LEID,EUID,NOTES,TAGS\n'
    '"ada@reader.example","Ada",2,"2019-01-01 00:00:00","2019-01-02 08:00:00",{said}"2020-01-01 00:00:00",1,a1,,\n'
)
MAILCHIMP_SUBSCRIBED = MAILCHIMP.format(more="", said="")
MAILCHIMP_UNSUBSCRIBED = MAILCHIMP.format(
    more="UNSUB_TIME,UNSUB_REASON,", said='"2020-05-06 07:08:09",NORMAL,'
)
MAILCHIMP_CLEANED = MAILCHIMP.format(more="CLEAN_TIME,", said='"2020-05-06 07:08:09",')
LISTMONK = (
    "uuid,email,name,attributes,status,created_at,updated_at\n"
    'u1,ada@reader.example,Ada,"{""city"": ""Hesk, South""}",enabled,2022-05-14 10:11:12.123456789 +0000 UTC,x\n'
    "u2,ben@reader.example,Ben,{},blocklisted,2022-05-14 10:11:12.5 +0200 CEST,x\n"
    "u3,cleo@reader.example,Cleo,{},disabled,2022-05-14 10:11:12 +0000 +0000,x\n"
)


def file_of(text: str | bytes, encoding: str = "utf-8") -> BytesIO:
    """The text as a file."""
    return BytesIO(text if isinstance(text, bytes) else text.encode(encoding))
