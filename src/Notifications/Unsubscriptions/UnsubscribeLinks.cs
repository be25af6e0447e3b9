using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>The link at the foot of a mail: signed by the house's keys, good for stopping mail and for nothing else, without signing in.</summary>
internal sealed class UnsubscribeLinks(IDataProtectionProvider keys, MailOptions options)
{
    private readonly IDataProtector _protector = keys.CreateProtector("notifications.unsubscribe");

    public string For(PersonId person) =>
        options.Link($"/notifications/unsubscribe?token={WebEncoders.Base64UrlEncode(_protector.Protect(person.Value.ToByteArray(true)))}");

    /// <summary>Whose link it is; null for one that this house did not sign.</summary>
    public PersonId? Read(string? token)
    {
        if (token is not { Length: > 0 and < 1000 }) return null;

        try
        {
            return new PersonId(new Guid(_protector.Unprotect(WebEncoders.Base64UrlDecode(token)), true));
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
