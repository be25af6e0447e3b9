using System.Text;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>What a password must be: long and not common. Nothing is asked of its composition (NIST SP 800-63B, 3.1.1.2).</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>Longer is refused, so that hashing costs what it costs.</summary>
    public const int Longest = 256;

    /// <summary>The same letters typed on any keyboard are the same password.</summary>
    public static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);

    /// <summary>Null where it may be taken.</summary>
    public static Refusal? Check(string password, string userId)
    {
        var plain = Normal(password);
        if (plain.EnumerateRunes().Count() < Shortest) return Weak(PasswordText.TooShort);
        if (plain.Length > Longest) return Weak(PasswordText.TooLong);
        if (CommonPasswords.Contains(plain)) return Weak(PasswordText.TooCommon);

        var folded = Account.FoldedOf(userId);
        return folded.Length >= 4 && Fold.Plain(plain).Contains(folded, StringComparison.Ordinal) ? Weak(PasswordText.HasUserId) : null;
    }

    /// <summary>Every form calls the field so.</summary>
    private static Refusal Weak(Text why) => new Refusal(why).At("new");
}
