using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Tests;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("lyhyt", nameof(PasswordText.TooShort))]
    [InlineData("passwordpassword", nameof(PasswordText.TooCommon))]
    [InlineData("Password1234!", nameof(PasswordText.TooCommon))]
    [InlineData("qwertyuiop123", nameof(PasswordText.TooCommon))]
    [InlineData("aaaaaaaaaaaaaa", nameof(PasswordText.TooCommon))]
    [InlineData("aino.makela on tässä", nameof(PasswordText.HasUserId))]
    [InlineData("järvi kivi lumi", null)]
    [InlineData("kaikki pienet kirjaimet", null)]
    public void Long_and_uncommon_is_all_that_is_asked(string password, string? refused)
    {
        var expected = refused switch
        {
            nameof(PasswordText.TooShort) => PasswordText.TooShort,
            nameof(PasswordText.TooCommon) => PasswordText.TooCommon,
            nameof(PasswordText.HasUserId) => PasswordText.HasUserId,
            _ => default(Text?),
        };
        Assert.Equal(expected, PasswordRules.Check(password, "aino.makela")?.Reason);
    }

    [Fact]
    public void Ten_thousand_common_passwords_are_known_and_too_long_is_refused()
    {
        Assert.True(CommonPasswords.Count >= 10_000);
        Assert.Equal(PasswordText.TooLong, PasswordRules.Check(string.Concat(Enumerable.Repeat("aurinko ja kuu ", 30)), "x")?.Reason);
    }

    [Fact]
    public async Task The_hash_is_pbkdf2_sha512_with_210_000_rounds()
    {
        using var checks = new PasswordChecks();
        var hash = Convert.FromBase64String((await checks.HashAsync(Door.Password, default))!);

        // Identity's format 3: marker, PRF (2 = HMAC-SHA512), rounds, both big-endian.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(PasswordChecks.Rounds, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public void The_waits_grow_and_stop_growing()
    {
        Assert.Equal(TimeSpan.Zero, Attempts.Wait(Attempts.Free - 1));
        Assert.Equal(TimeSpan.FromSeconds(5), Attempts.Wait(Attempts.Free));
        Assert.Equal(TimeSpan.FromSeconds(10), Attempts.Wait(Attempts.Free + 1));
        Assert.Equal(TimeSpan.FromMinutes(15), Attempts.Wait(500));
    }
}
