"""E-mail domains at which anybody can have an address, so that sharing one says nothing about where somebody works.

The most used in the United Kingdom and the world. An owner can only open the door to the domain of their own confirmed
address and still admits everybody by hand, so that a provider which is missing here lets nobody in.
"""

PUBLIC_DOMAINS = frozenset(
    {
        "aol.co.uk",
        "aol.com",
        "blueyonder.co.uk",
        "btinternet.com",
        "btopenworld.com",
        "fastmail.com",
        "fastmail.fm",
        "fsmail.net",
        "gmail.com",
        "gmx.co.uk",
        "gmx.com",
        "gmx.net",
        "googlemail.com",
        "hey.com",
        "hotmail.co.uk",
        "hotmail.com",
        "hushmail.com",
        "icloud.com",
        "live.co.uk",
        "live.com",
        "mac.com",
        "mail.com",
        "me.com",
        "msn.com",
        "ntlworld.com",
        "o2.co.uk",
        "orange.net",
        "outlook.co.uk",
        "outlook.com",
        "pm.me",
        "proton.me",
        "protonmail.com",
        "sky.com",
        "talk21.com",
        "talktalk.net",
        "tiscali.co.uk",
        "tutanota.com",
        "virgin.net",
        "virginmedia.com",
        "yahoo.co.uk",
        "yahoo.com",
        "ymail.com",
        "zoho.com",
    }
)
