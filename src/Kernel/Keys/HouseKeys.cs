using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Tupa.Kernel;

/// <summary>
/// The house's own secret, in a file beside the database and outside its backups: with the database alone nobody can try out
/// one-time codes or read the secrets of second factors. Each use has a key of its own, derived from the file.
/// </summary>
public sealed class HouseKeys
{
    private const int Size = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _secret;

    /// <summary>Reads the file, and makes it where there is none.</summary>
    /// <exception cref="KeyFileException">It holds something else.</exception>
    public HouseKeys(IConfiguration configuration)
    {
        Place = Path.GetFullPath(configuration["Tupa:KeyFile"] ?? Path.Combine(configuration["Tupa:Folder"] ?? "var", "keys", "access.key"));
        _secret = ReadOrMake(Place);
    }

    /// <summary>The file.</summary>
    public string Place { get; }

    /// <summary>A digest that needs the file to be made.</summary>
    /// <param name="use">What it is for: digests of different uses never meet.</param>
    public byte[] Digest(string use, string text) => HMACSHA256.HashData(Key(use), Encoding.UTF8.GetBytes(text));

    /// <summary>Encrypts with AES-GCM; <paramref name="owner"/> must be the same when it is opened, so that a row cannot be moved to another person.</summary>
    public byte[] Seal(string use, byte[] plain, string owner)
    {
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(use), TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(owner));
        return sealedBytes;
    }

    /// <summary>What was sealed; null where the bytes were changed, moved, or sealed with another file.</summary>
    public byte[]? Open(string use, byte[] sealedBytes, string owner)
    {
        if (sealedBytes.Length < NonceSize + TagSize) return null;

        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(Key(use), TagSize);
        try
        {
            aes.Decrypt(sealedBytes.AsSpan(0, NonceSize), sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(owner));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Key(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, Size, info: Encoding.UTF8.GetBytes(use));

    private static byte[] ReadOrMake(string file)
    {
        if (!File.Exists(file)) Make(file);

        var secret = File.ReadAllBytes(file);
        return secret.Length == Size ? secret : throw new KeyFileException($"The key file {file} must hold {Size} bytes and holds {secret.Length}. Put it back from where it is kept.");
    }

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        try
        {
            using var made = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
            });
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            made.Write(RandomNumberGenerator.GetBytes(Size));
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process of the house made it a moment earlier.
        }
    }
}

/// <summary>The key file is not one; the message says what to do.</summary>
public sealed class KeyFileException(string message) : Exception(message);
