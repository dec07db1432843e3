using System.IO.Ports;
using System.Reflection;

namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>The stand-in has the documented public surface of the package, all of it and nothing more.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Public_types_are_the_documented_ones()
    {
        // Aim: nothing of our own in that namespace.
        Assert.Equal(
            [
                "Handshake", "Parity", "SerialData", "SerialDataReceivedEventArgs", "SerialDataReceivedEventHandler", "SerialError",
                "SerialErrorReceivedEventArgs", "SerialErrorReceivedEventHandler", "SerialPinChange", "SerialPinChangedEventArgs",
                "SerialPinChangedEventHandler", "SerialPort", "StopBits",
            ],
            typeof(SerialPort).Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(typeof(SerialPort).Assembly.GetExportedTypes(), type => Assert.Equal("System.IO.Ports", type.Namespace));
    }

    [Fact]
    public void Public_members_of_SerialPort_are_the_documented_ones()
    {
        // Aim: exact signatures and parameter names, as learn.microsoft.com lists them.
        string[] expected =
        [
            ".ctor()", ".ctor(IContainer container)", ".ctor(String portName)", ".ctor(String portName, Int32 baudRate)",
            ".ctor(String portName, Int32 baudRate, Parity parity)",
            ".ctor(String portName, Int32 baudRate, Parity parity, Int32 dataBits)",
            ".ctor(String portName, Int32 baudRate, Parity parity, Int32 dataBits, StopBits stopBits)",
            "BaseStream { get }", "BaudRate { get set }", "BreakState { get set }", "BytesToRead { get }", "BytesToWrite { get }",
            "CDHolding { get }", "Close()", "CtsHolding { get }", "DataBits { get set }", "DataReceived event", "DiscardInBuffer()",
            "DiscardNull { get set }", "DiscardOutBuffer()", "DsrHolding { get }", "DtrEnable { get set }", "Encoding { get set }",
            "ErrorReceived event", "GetPortNames()", "Handshake { get set }", "InfiniteTimeout const", "IsOpen { get }",
            "NewLine { get set }", "Open()", "Parity { get set }", "ParityReplace { get set }", "PinChanged event", "PortName { get set }",
            "Read(Byte[] buffer, Int32 offset, Int32 count)", "Read(Char[] buffer, Int32 offset, Int32 count)", "ReadBufferSize { get set }",
            "ReadByte()", "ReadChar()", "ReadExisting()", "ReadLine()", "ReadTimeout { get set }", "ReadTo(String value)",
            "ReceivedBytesThreshold { get set }", "RtsEnable { get set }", "StopBits { get set }",
            "Write(Byte[] buffer, Int32 offset, Int32 count)", "Write(Char[] buffer, Int32 offset, Int32 count)", "Write(String text)",
            "WriteBufferSize { get set }", "WriteLine(String text)", "WriteTimeout { get set }",
        ];

        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<string> actual = typeof(SerialPort).GetMembers(Declared).Select(Describe).OfType<string>();

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SerialPort_is_a_component_that_can_be_derived_from()
    {
        // Aim: the base class, and the protected Dispose.
        Assert.Equal(typeof(System.ComponentModel.Component), typeof(SerialPort).BaseType);
        Assert.False(typeof(SerialPort).IsSealed);
        Assert.True(typeof(SerialPort).GetMethod("Dispose", BindingFlags.NonPublic | BindingFlags.Instance, [typeof(bool)])!.IsFamily);
    }

    [Fact]
    public void Event_arguments_are_made_by_the_port_only()
    {
        // Aim: as in the package, no public constructor.
        Assert.All(
            new[] { typeof(SerialDataReceivedEventArgs), typeof(SerialErrorReceivedEventArgs), typeof(SerialPinChangedEventArgs) },
            type => Assert.Empty(type.GetConstructors()));
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property.Name} {{ {(property.CanRead ? "get" : "")}{(property.CanWrite ? " set" : "")} }}",
        FieldInfo field => $"{field.Name} {(field.IsLiteral ? "const" : "field")}",
        EventInfo happening => $"{happening.Name} event",
        MethodBase { IsSpecialName: true, IsConstructor: false } => null,
        MethodBase method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))})",
        _ => member.Name,
    };
}
