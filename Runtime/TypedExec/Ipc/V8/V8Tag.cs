namespace TypedExec.Ipc.V8;

/// <summary>The tags of V8's serialization format (src/objects/value-serializer.cc), version 15 of Node 20.</summary>
internal static class V8Tag
{
    public const byte Version = 0xFF;
    public const byte LatestVersion = 15;
    public const byte Padding = 0;
    public const byte VerifyObjectCount = (byte)'?';
    public const byte TheHole = (byte)'-';
    public const byte Undefined = (byte)'_';
    public const byte Null = (byte)'0';
    public const byte True = (byte)'T';
    public const byte False = (byte)'F';
    public const byte Int32 = (byte)'I';
    public const byte UInt32 = (byte)'U';
    public const byte Double = (byte)'N';
    public const byte BigInt = (byte)'Z';
    public const byte Utf8String = (byte)'S';
    public const byte OneByteString = (byte)'"';
    public const byte TwoByteString = (byte)'c';
    public const byte ObjectReference = (byte)'^';
    public const byte BeginObject = (byte)'o';
    public const byte EndObject = (byte)'{';
    public const byte BeginSparseArray = (byte)'a';
    public const byte EndSparseArray = (byte)'@';
    public const byte BeginDenseArray = (byte)'A';
    public const byte EndDenseArray = (byte)'$';
    public const byte Date = (byte)'D';
    public const byte TrueObject = (byte)'y';
    public const byte FalseObject = (byte)'x';
    public const byte NumberObject = (byte)'n';
    public const byte BigIntObject = (byte)'z';
    public const byte StringObject = (byte)'s';
    public const byte RegExp = (byte)'R';
    public const byte BeginMap = (byte)';';
    public const byte EndMap = (byte)':';
    public const byte BeginSet = (byte)'\'';
    public const byte EndSet = (byte)',';
    public const byte ArrayBuffer = (byte)'B';
    public const byte HostObject = (byte)'\\';
    public const byte Error = (byte)'r';

    // What Node writes after HostObject (lib/internal/child_process/serialization.js).
    public const uint HostArrayBufferView = 0;
    public const uint HostOther = 1;
}
